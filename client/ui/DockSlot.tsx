import type { ReactNode } from 'react'
import { createContext, use } from 'react'
import { createPortal } from 'react-dom'

/** Where the facilitators' dock keeps room for the tool; null for everybody else. */
export const DockSlotContext = createContext<HTMLElement | null>(null)

/** Puts the tool's one mode button (a `Button`) into the facilitators' dock; shows nothing to other people. */
export function DockSlot({ children }: { readonly children: ReactNode }) {
  const target = use(DockSlotContext)
  return target ? createPortal(children, target) : null
}
