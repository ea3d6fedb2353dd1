import { History } from 'lucide-react'
import { useState } from 'react'
import type { Version } from '../../../../shared/tools/drafts/schema'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { versionTime, versionTitle } from './version-words'

interface RestoreQuestionProps {
  readonly version: Version
  readonly onRestore: () => Promise<void>
  readonly onClose: () => void
}

/** Asks before the text of a version takes the place of the present one, since others see it at once. */
export function RestoreQuestion({ version, onRestore, onClose }: RestoreQuestionProps) {
  const [isBusy, setBusy] = useState(false)
  return (
    <Dialog open onClose={onClose} title="Bring this text back?">
      <p>
        The draft will say what it said on {versionTime(version)}
        {version.name === undefined ? '' : `, ${versionTitle(version)}`}. Everybody who has it open sees that at once.
      </p>
      <p>The words that come back count as yours in “Who wrote which words”.</p>
      <p className="meta">What it says now is kept as a version, so nothing is lost, and you can undo this.</p>
      <DialogActions>
        <Button
          variant="primary"
          Icon={History}
          busy={isBusy}
          onClick={() => {
            setBusy(true)
            void onRestore()
          }}
        >
          Bring it back
        </Button>
        <Button onClick={onClose}>Leave the draft as it is</Button>
      </DialogActions>
    </Dialog>
  )
}
