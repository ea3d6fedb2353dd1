import { Users } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { Button } from '../../../ui/Button'

const AuthorsDialog = lazy(async () => ({ default: (await import('./AuthorsDialog')).AuthorsDialog }))

/** Opens who wrote which words of an adopted wording; loaded then. */
export function AuthorsButton({ draft }: { readonly draft: Statement }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" variant="ghost" Icon={Users} onClick={() => setOpen(true)}>
        Who wrote which words
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <AuthorsDialog draft={draft} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
