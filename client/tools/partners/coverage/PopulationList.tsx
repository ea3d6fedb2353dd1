import { Plus, Trash2 } from 'lucide-react'
import type { PopulationCover } from '../../../../shared/tools/partners/coverage'
import { PopulationId } from '../../../../shared/tools/partners/schema'
import { removePopulation } from '../../../../shared/tools/partners/seating'
import { useWorkshop } from '../../../app/workshop-context'
import { IconButton } from '../../../ui/IconButton'
import { SeatLine } from './SeatLine'

interface PopulationListProps {
  readonly populations: readonly PopulationCover[]
  readonly mayEdit: boolean
  readonly onAddSeat: (populationId: string) => void
}

/** For each population, the kinds of partner that it asks for, and who serves it. */
export function PopulationList({ populations, mayEdit, onAddSeat }: PopulationListProps) {
  const { board, actor } = useWorkshop()
  if (populations.length === 0) return <p className="meta">None named yet. A population asks for certain partners at the table.</p>

  function remove(id: string) {
    const known = PopulationId.safeParse(id).data
    if (known) removePopulation(board, actor, known)
  }

  return populations.map(({ id, name, seats, servedBy }) => (
    <article key={id} className="coverage-population">
      <header className="row between">
        <h3>{name}</h3>
        {mayEdit ? (
          <span className="row">
            <IconButton label={`Add a kind of partner that ${name} ask for`} Icon={Plus} small onClick={() => onAddSeat(id)} />
            <IconButton label={`Take ${name} off`} Icon={Trash2} small onClick={() => remove(id)} />
          </span>
        ) : null}
      </header>
      <p className="meta">
        {servedBy.length === 0 ? 'No partner says yet that it serves them.' : `Served by ${servedBy.map((each) => each.name).join(', ')}.`}
      </p>
      <ul>
        {seats.map((cover) => (
          <SeatLine key={cover.seat.id} cover={cover} isMissed={cover.heldBy.length === 0} mayEdit={mayEdit} />
        ))}
      </ul>
    </article>
  ))
}
