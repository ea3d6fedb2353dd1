import { type SeatList, seatsIn } from '../../../shared/tools/partners/seat-list'
import { Button } from '../../ui/Button'

interface SeatChoiceProps {
  readonly list: SeatList
  readonly value: readonly string[]
  /** What the name suggests; taken only by pressing. */
  readonly proposed: readonly string[]
  readonly sector: string | undefined
  readonly onChange: (seats: readonly string[]) => void
}

/** The recommended seats that a partner holds; those of its own sector first. */
export function SeatChoice({ list, value, proposed, sector, onChange }: SeatChoiceProps) {
  const open = proposed.filter((id) => !value.includes(id))
  const groups = [
    ...list.sectors.map(({ id, label, seats }) => ({ id, label, seats })),
    ...list.populations.map(({ id, name, seats }) => ({ id, label: `For ${name}`, seats })),
  ]
  const ordered = groups.filter(({ seats }) => seats.length > 0).sort((a, b) => Number(b.id === sector) - Number(a.id === sector))
  const nameOf = (id: string) => seatName(list, id)
  return (
    <fieldset className="partners-seats">
      <legend>Recommended seats it holds</legend>
      {open.length > 0 ? (
        <p className="row wrap meta">
          <span>Its name suggests: {open.map(nameOf).join(', ')}.</span>
          <Button size="sm" onClick={() => onChange([...value, ...open])}>
            Take {open.length === 1 ? 'this seat' : 'these seats'}
          </Button>
        </p>
      ) : null}
      {value.length > 0 ? (
        <p className="meta">{value.map(nameOf).join(', ')}.</p>
      ) : open.length === 0 ? (
        <p className="meta">None yet.</p>
      ) : null}
      <details>
        <summary>Choose seats</summary>
        {ordered.map(({ id, label, seats }) => (
          <div key={id}>
            <p className="strong">{label}</p>
            {seats.map((seat) => (
              <label key={seat.id} className="row">
                <input
                  type="checkbox"
                  checked={value.includes(seat.id)}
                  onChange={(event) => onChange(event.target.checked ? [...value, seat.id] : value.filter((each) => each !== seat.id))}
                />
                {seat.name}
              </label>
            ))}
          </div>
        ))}
      </details>
    </fieldset>
  )
}

/** A seat's name, or its id when it is none of ours. */
export function seatName(list: SeatList, id: string): string {
  return seatsIn(list).find((seat) => seat.id === id)?.name ?? id
}
