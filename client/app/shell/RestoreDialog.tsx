import { History } from 'lucide-react'
import { useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { limits } from '../../../shared/sync/limits'
import { workshopContract } from '../../../shared/workshop/contract'
import { call } from '../../api/call'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { useWorkshop } from '../workshop-context'

const minuteMs = 60_000
const shortcuts = [
  { label: '5 minutes ago', minutes: 5 },
  { label: '15 minutes ago', minutes: 15 },
  { label: 'An hour ago', minutes: 60 },
] as const

/** Where a facilitator brings the board and the open drafts back to an earlier minute. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { actor, serverNow } = useWorkshop()
  const [now] = useState(serverNow)
  const [chosen, setChosen] = useState(() => localMinute(now - 5 * minuteMs))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function restore() {
    const toMs = new Date(chosen).getTime()
    if (Number.isNaN(toMs)) {
      setProblem('Choose a day and a time.')
      return
    }
    setBusy(true)
    try {
      // The whole of the chosen minute counts, and none of the future.
      await call(workshopContract.restore, { params: { id: actor.workshopId }, body: { toMs: Math.min(toMs + minuteMs - 1, serverNow()) } })
      onClose()
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
      setBusy(false)
    }
  }

  return (
    <Dialog open onClose={onClose} title="Bring back an earlier time">
      <p>
        The board and every open draft go back to how they stood then, for everybody. Adopted texts, votes, the log and notes people keep to
        themselves stay as they are. What is here now is kept as well: bring it back the same way.
      </p>
      <Field label="Day and time" hint={`Any minute of the last ${limits.historyDays} days.`} error={problem}>
        {(control) => (
          <input
            className="input"
            type="datetime-local"
            {...control}
            min={localMinute(now - limits.historyDays * 24 * 60 * minuteMs)}
            max={localMinute(now)}
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value)
              setProblem(undefined)
            }}
          />
        )}
      </Field>
      <div className="row wrap">
        {shortcuts.map(({ label, minutes }) => (
          <Button key={label} size="sm" onClick={() => setChosen(localMinute(now - minutes * minuteMs))}>
            {label}
          </Button>
        ))}
      </div>
      <DialogActions>
        <Button variant="primary" Icon={History} busy={busy} onClick={() => void restore()}>
          Bring it back
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}

/** A moment as `datetime-local` wants it: this device's own time, to the minute. */
function localMinute(ms: number): string {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * minuteMs)
  return local.toISOString().slice(0, 16)
}
