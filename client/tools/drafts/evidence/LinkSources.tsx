import { Link2 } from 'lucide-react'
import { useState } from 'react'
import type { RecordRef } from '../../../../shared/doc/ids'
import { limits } from '../../../../shared/sync/limits'
import type { SourceGroup } from '../../../../shared/tools/tool'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { chosenRefs, SourceChooser } from './SourceChooser'

interface LinkSourcesProps {
  readonly words: string
  readonly groups: readonly SourceGroup[]
  readonly onLink: (refs: RecordRef[]) => void
  readonly onClose: () => void
}

/** Says by hand where some words come from: notes, clusters, votes. */
export function LinkSources({ words, groups, onLink, onClose }: LinkSourcesProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const isTooMuch = chosen.size > limits.originRefs
  return (
    <Dialog open wide onClose={onClose} title="Where this comes from">
      <p className="voice evidence-quote">“{words}”</p>
      {groups.length === 0 ? <p className="meta">There are no notes or votes to link to yet.</p> : null}
      <SourceChooser groups={groups} chosen={chosen} onChange={setChosen} isWhole={false} />
      <DialogActions>
        <Button
          variant="primary"
          Icon={Link2}
          disabledReason={
            chosen.size === 0 ? 'Choose what it comes from first.' : isTooMuch ? `Choose at most ${limits.originRefs}.` : undefined
          }
          onClick={() => onLink(chosenRefs(groups, chosen))}
        >
          Keep this
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
