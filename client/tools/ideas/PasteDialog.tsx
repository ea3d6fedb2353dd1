import { useMemo, useState } from 'react'
import { planPaste } from '../../../shared/tools/ideas/import'
import type { ClusterId, IdeaKind } from '../../../shared/tools/ideas/schema'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { opensFocused } from './opens-focused'
import { PlanPreview, ProblemList } from './PlanPreview'
import { useStage } from './stage-context'

interface PasteDialogProps {
  readonly text: string
  readonly into: ClusterId | null
  readonly noteCount: number
  readonly onClose: () => void
}

/** Several pasted lines: what they would become, before anything is added. */
export function PasteDialog({ text, into, noteCount, onClose }: PasteDialogProps) {
  const { actions, kinds } = useStage()
  const [kind, setKind] = useState<IdeaKind>('idea')
  const [busy, setBusy] = useState(false)
  const [leaveOut, setLeaveOut] = useState(false)
  const plan = useMemo(() => planPaste(text, noteCount), [text, noteCount])
  const lineCount = plan.notes.length + plan.problems.length

  async function add() {
    setBusy(true)
    await actions.postMany(
      plan.notes.map((note) => ({ ...note, kind })),
      into,
    )
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={`${countWords(lineCount, 'line')}: one note for each?`} wide>
      {plan.refusal ? <Banner tone="bad">{plan.refusal}</Banner> : null}
      {plan.refusal ? null : (
        <>
          <Field label="Kind of all of them">
            {(props) => (
              // The options are the kinds.
              <select
                ref={opensFocused}
                className="input"
                {...props}
                value={kind}
                onChange={(event) => setKind(event.target.value as IdeaKind)}
              >
                {kinds.map((each) => (
                  <option key={each} value={each}>
                    {kindLabels[each]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <PlanPreview notes={plan.notes} />
          <ProblemList problems={plan.problems} accepted={leaveOut} onAccept={setLeaveOut} acceptLabel="Leave these lines out" />
        </>
      )}
      <DialogActions>
        {plan.refusal ? null : (
          <Button
            variant="primary"
            busy={busy}
            disabledReason={plan.problems.length > 0 && !leaveOut ? 'Some lines are too long. Leave them out, or cancel.' : undefined}
            onClick={add}
          >
            Add {countWords(plan.notes.length, 'note')}
          </Button>
        )}
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
