import { useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import { contract } from '../../../../shared/tools/votes/contract'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Lapsed, Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import type { CheckedWording } from '../../client-tool'
import { useAct } from '../use-act'
import { ChangedWords } from './ChangedWords'
import './check-changes.css'

interface LapsedAnswersProps extends Pick<CheckedWording, 'text' | 'textHash'> {
  readonly check: Round
  readonly lapsed: Lapsed
}

/** How many answers must be renewed, to everybody; to facilitators also the way to say that the sense is the same. */
export function LapsedAnswers({ check, lapsed, ...words }: LapsedAnswersProps) {
  const { actor } = useWorkshop()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="check-lapsed">
      <p role="status">
        <b>{plural(lapsed.people, 'answer')} must be renewed.</b> The words have changed since.
      </p>
      {can(actor, 'votes/mark-sense') && check.state === 'open' && lapsed.texts.length > 0 ? (
        <>
          <Button size="sm" onClick={() => setOpen(true)}>
            Is the sense the same?
          </Button>
          {isOpen ? <SenseDialog check={check} lapsed={lapsed} {...words} onClose={() => setOpen(false)} /> : null}
        </>
      ) : null}
    </div>
  )
}

function SenseDialog({ check, lapsed, text, textHash, onClose }: LapsedAnswersProps & { readonly onClose: () => void }) {
  const { workshopId } = useWorkshop().actor
  const { busy, run } = useAct()

  async function mark(from: string) {
    const params = { id: workshopId, roundId: check.id }
    if (!(await run(() => call(contract.markSense, { params, body: { from, to: textHash } })))) return
    announce('Marked. The answers are carried over, and whoever gave one may contest it.')
    onClose()
  }

  return (
    <Dialog open wide onClose={onClose} title="Is the sense the same?">
      <p>
        Mark a change only if it leaves the sense as it was: a spelling, a comma. The answers are then carried over. Whoever gave one reads
        the change and may say that it changes the sense for them. Your name stays beside the mark.
      </p>
      {lapsed.texts.map((from, place) => (
        <div key={from} className="check-change">
          {lapsed.texts.length > 1 ? <h3 className="h">Change {place + 1}</h3> : null}
          <ChangedWords from={from} name="the words they answered on" text={text} />
          <Button busy={busy} onClick={() => void mark(from)}>
            No change of sense
          </Button>
        </div>
      ))}
      <DialogActions>
        <Button onClick={onClose}>Leave it: they are asked again</Button>
      </DialogActions>
    </Dialog>
  )
}
