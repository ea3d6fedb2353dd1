import { useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { partners } from '../../../../shared/tools/partners/collections'
import { contract } from '../../../../shared/tools/partners/contract'
import { peopleOf } from '../../../../shared/tools/partners/selectors'
import type { DecidedOption } from '../../../../shared/tools/tool'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { usePeople } from '../use-roster'

interface IntermediaryDialogProps {
  readonly decided: DecidedOption
  readonly onClose: () => void
}

/** Takes over what a vote decided, with the people who act for the intermediary: only they see the pulses. */
export function IntermediaryDialog({ decided, onClose }: IntermediaryDialogProps) {
  const { board, actor } = useWorkshop()
  const partner = useRecord(partners, board, decided.ref?.id ?? '')
  const here = usePeople().filter(({ removed }) => !removed)
  const [people, setPeople] = useState<readonly string[]>(() => (partner ? peopleOf(partner, here).map(({ id }) => id) : []))
  const [refusal, setRefusal] = useState<string>()

  async function take() {
    try {
      const acting = here.map(({ id }) => id).filter((id) => people.includes(id))
      await call(contract.chooseIntermediary, { params: { id: actor.workshopId }, body: { roundId: decided.roundId, people: acting } })
      onClose()
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error
      setRefusal(error.message)
    }
  }

  return (
    <Dialog open onClose={onClose} title={`${decided.label} coordinates`}>
      <fieldset className="partners-seats">
        <legend>Who acts for it here</legend>
        <p className="meta">They see how the other partners feel about the work. Check that they are who they say.</p>
        {here.map(({ id, name, organisation }) => (
          <label key={id} className="row">
            <input
              type="checkbox"
              checked={people.includes(id)}
              onChange={(event) => setPeople(event.target.checked ? [...people, id] : people.filter((each) => each !== id))}
            />
            {name}
            {organisation ? <span className="meta">{organisation}</span> : null}
          </label>
        ))}
      </fieldset>
      {refusal ? <Banner tone="bad">{refusal}</Banner> : null}
      <DialogActions inView>
        <Button variant="primary" onClick={take}>
          Make it the intermediary
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </Dialog>
  )
}
