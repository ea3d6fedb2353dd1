import { useMemo, useState } from 'react'
import { calendarDayInWords, localDay } from '../../../shared/doc/day'
import { plural } from '../../../shared/doc/words'
import { byDay, cameLater, moveInWords, rosterOn } from '../../../shared/tools/partners/moves'
import { takeBackMove } from '../../../shared/tools/partners/moving'
import { Day, type TeamMove } from '../../../shared/tools/partners/schema'
import { onRoster } from '../../../shared/tools/partners/selectors'
import { workshops } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { TeamRings } from '../../ui/TeamRings'
import type { Move } from './use-move'
import { useMoves, usePartners } from './use-roster'

interface RingsPanelProps {
  /** Absent for those who may only look. */
  readonly onMove: Move | undefined
}

/** The rings as they are now, or were at the end of a day, and the moves between them. */
export function RingsPanel({ onMove }: RingsPanelProps) {
  const all = usePartners()
  const moves = useMoves()
  const { actor, record, serverNow } = useWorkshop()
  const workshop = useRecord(workshops, record, actor.workshopId)
  const today = localDay(serverNow())
  const openedOn = workshop ? localDay(workshop.createdAtMs) : today
  const [when, setWhen] = useState<'now' | 'then'>('now')
  const [day, setDay] = useState(today)
  const isDay = Day.safeParse(day).success
  const { members, later } = useMemo(() => {
    if (when === 'now') return { members: onRoster(all), later: 0 }
    const then = { day: isDay ? day : today, openedOn }
    return { members: rosterOn(all, moves, then), later: cameLater(all, moves, then).length }
  }, [all, moves, when, day, isDay, today, openedOn])
  return (
    <section className="partners-rings" aria-label="Team rings">
      <h2 className="h">Team rings</h2>
      <Segmented
        label="When"
        value={when}
        onChange={setWhen}
        options={[
          { value: 'now', label: 'Now' },
          { value: 'then', label: 'At a date' },
        ]}
      />
      {when === 'then' ? (
        <Field label="Date" hint={isDay ? `Who was where on ${calendarDayInWords(day)}.` : 'Choose a day.'}>
          {(control) => (
            <input {...control} type="date" className="input" max={today} value={day} onChange={(event) => setDay(event.target.value)} />
          )}
        </Field>
      ) : null}
      <TeamRings members={members} note={laterInWords(later)} onMove={when === 'now' ? onMove : undefined} />
      <MovesList moves={moves} mayEdit={onMove !== undefined} />
    </section>
  )
}

function laterInWords(count: number): string | undefined {
  if (count === 0) return undefined
  return `${plural(count, 'partner')} of today’s list ${count === 1 ? 'was' : 'were'} not there yet.`
}

function MovesList({ moves, mayEdit }: { readonly moves: readonly TeamMove[]; readonly mayEdit: boolean }) {
  const { board, actor } = useWorkshop()
  const names = new Map(usePartners().map(({ id, name }) => [id, name]))
  if (moves.length === 0) return null
  return (
    <details className="partners-moves">
      <summary>Moves, {moves.length}</summary>
      <ul>
        {[...moves]
          .sort(byDay)
          .reverse()
          .map((move) => {
            const name = names.get(move.partnerId) ?? 'A partner that is gone'
            return (
              <li key={move.id}>
                <span className="meta">{calendarDayInWords(move.on)}</span>
                <span>
                  <b>{name}</b> {moveInWords(move)}
                </span>
                {mayEdit ? (
                  <Button variant="ghost" size="sm" onClick={() => takeBackMove(board, actor, move.id)}>
                    Take back<span className="vh"> the move of {name}</span>
                  </Button>
                ) : null}
              </li>
            )
          })}
      </ul>
    </details>
  )
}
