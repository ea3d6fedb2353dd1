import { useState } from 'react'
import { roleLabels } from '../../../shared/access/actor'
import { participants } from '../../../shared/workshop/collections'
import { workshopContract } from '../../../shared/workshop/contract'
import type { Participant } from '../../../shared/workshop/schema'
import { presentParticipants } from '../../../shared/workshop/selectors'
import { call } from '../../api/call'
import { useSelected } from '../../sync/use-live'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'

interface MergeDialogProps {
  /** The seat that goes. */
  readonly person: Participant
  readonly onClose: () => void
}

/** Two seats of one person become one: which is kept, and what becomes of the other. */
export function MergeDialog({ person, onClose }: MergeDialogProps) {
  const { actor, record } = useWorkshop()
  const present = useSelected(participants, record, presentParticipants)
  const others = present.filter(({ id, role }) => id !== person.id && (role !== 'host' || id === actor.id))
  const [into, setInto] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const kept = others.find(({ id }) => id === into)

  async function merge() {
    if (!kept) return setError('Choose the seat that is kept.')
    setBusy(true)
    try {
      await call(workshopContract.mergePeople, { params: { id: actor.workshopId, pid: person.id }, body: { into: kept.id } })
      announce(`${person.name} and ${kept.name} are one seat now.`)
      onClose()
    } catch (refusal) {
      setError(refusalWords(refusal))
      setBusy(false)
    }
  }

  return (
    <Dialog open onClose={onClose} title={`Is ${person.name} here twice?`}>
      <p>
        This seat goes, and its devices and return links open the seat that you choose. What was written stays and bears the kept name.
        Where both have voted in an open vote, the vote of the kept seat counts.
      </p>
      <Field label="Seat that is kept" error={error}>
        {(props) => (
          <select {...props} className="input" value={into} onChange={(event) => setInto(event.target.value)}>
            <option value="">Choose a person</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {[other.name, other.organisation, roleLabels[other.role]].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DialogActions>
        <Button variant="danger" busy={busy} onClick={merge}>
          Make them one
        </Button>
        <Button onClick={onClose}>Keep both</Button>
      </DialogActions>
    </Dialog>
  )
}
