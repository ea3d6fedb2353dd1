import type { ReactNode } from 'react'

/** What everybody is asked, in the group's voice. */
export function Prompt({ children }: { readonly children: ReactNode }) {
  return <h2 className="prompt">{children}</h2>
}
