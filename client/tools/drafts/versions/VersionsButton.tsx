import { History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { Button } from '../../../ui/Button'
import type { Wording } from '../live-wording'

const VersionsDialog = lazy(async () => ({ default: (await import('./VersionsDialog')).VersionsDialog }))

interface VersionsButtonProps {
  readonly draft: Statement
  readonly wording: Wording
}

/** Opens what a wording said before; the panel is loaded then. */
export function VersionsButton({ draft, wording }: VersionsButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {/* The caret stays in the text: when it leaves, the line about who is writing goes, and the button moves away from the press. */}
      <Button variant="ghost" size="sm" Icon={History} onMouseDown={(event) => event.preventDefault()} onClick={() => setOpen(true)}>
        <span className="versions-word">Versions</span>
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <VersionsDialog draft={draft} wording={wording} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
