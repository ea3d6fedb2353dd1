import { useState } from 'react'
import { decidedOptions } from '../../../../shared/tools/decided'
import { intermediaries, partners } from '../../../../shared/tools/partners/collections'
import { intermediaryInWords } from '../../../../shared/tools/partners/intermediary'
import { can } from '../../../../shared/tools/partners/permissions'
import type { DecidedOption } from '../../../../shared/tools/tool'
import { useDocs } from '../../../app/docs-context'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { usePartners, usePeople } from '../use-roster'
import { IntermediaryDialog } from './IntermediaryDialog'

/** Who coordinates, as a vote decided; facilitators take the winner over and say who acts for it. */
export function IntermediaryPanel() {
  const { record, actor } = useWorkshop()
  const all = usePartners()
  const people = usePeople()
  const chosen = useRecord(intermediaries, record, 'intermediary')
  const [taking, setTaking] = useState<DecidedOption | null>(null)
  const decided = decidedOptions(useDocs()).filter(({ ref }) => ref?.collection === partners.name)
  const acting = people.filter(({ id, removed }) => !removed && chosen?.people.includes(id)).map(({ name }) => name)
  const offered = can(actor, 'partners/choose-intermediary') ? decided.slice(0, 3) : []
  return (
    <section className="partners-part" aria-label="Intermediary">
      <h2 className="h">Intermediary</h2>
      {chosen ? (
        <p>
          {intermediaryInWords(chosen, all)}
          {acting.length > 0 ? <span className="meta"> For it: {acting.join(', ')}.</span> : null}
        </p>
      ) : (
        <p className="meta">Nobody yet. Put the partners to a vote in a Decide step; the winner can be taken over here.</p>
      )}
      {offered
        .filter(({ roundId }) => roundId !== chosen?.roundId)
        .map((option) => (
          <p key={option.roundId} className="meta">
            “{option.question}” chose {option.label}.{' '}
            <Button size="sm" onClick={() => setTaking(option)}>
              Make it the intermediary
            </Button>
          </p>
        ))}
      {taking ? <IntermediaryDialog decided={taking} onClose={() => setTaking(null)} /> : null}
    </section>
  )
}
