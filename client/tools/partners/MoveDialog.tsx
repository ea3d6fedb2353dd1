import type { FormEvent } from 'react'
import { useState } from 'react'
import { localDay } from '../../../shared/doc/day'
import { limits } from '../../../shared/sync/limits'
import { movesOf, ringName, teamOn } from '../../../shared/tools/partners/moves'
import { teams } from '../../../shared/tools/partners/recommended-team'
import { Day, type Partner, Team } from '../../../shared/tools/partners/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Field } from '../../ui/Field'
import { FormDialog } from '../../ui/FormDialog'
import type { Move } from './use-move'
import { useMoves } from './use-roster'

interface MoveDialogProps {
  readonly partner: Partner
  readonly onMove: Move
  readonly onClose: () => void
}

/** Moves a partner to another ring with the day and the reason; the day may lie in the past. */
export function MoveDialog({ partner, onMove, onClose }: MoveDialogProps) {
  const today = localDay(useWorkshop().serverNow())
  const moves = movesOf(useMoves(), partner.id)
  const [team, setTeam] = useState<string>(partner.team ?? '')
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const to = Team.safeParse(team).data
  const dayFault = Day.safeParse(on).success && on <= today ? undefined : 'Choose a day up to today.'
  const from = dayFault ? partner.team : teamOn(partner, moves, on)
  const ringFault = from === to ? `It was in ${ringName(from)} then. Choose another ring.` : undefined

  function move(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (dayFault || ringFault) return
    onMove(partner.id, to, { on, reason: reason.trim() || undefined })
    onClose()
  }

  return (
    <FormDialog title={`Move ${partner.name}`} save="Move the partner" onSubmit={move} onClose={onClose}>
      <Field label="To" error={tried ? ringFault : undefined}>
        {(control) => (
          <select {...control} className="input" value={team} onChange={(event) => setTeam(event.target.value)}>
            {teams.map(({ id, label, definition }) => (
              <option key={id} value={id} title={definition}>
                {label}
              </option>
            ))}
            <option value="">No ring</option>
          </select>
        )}
      </Field>
      <Field label="Since" error={tried ? dayFault : undefined}>
        {(control) => (
          <input {...control} type="date" className="input" max={today} value={on} onChange={(event) => setOn(event.target.value)} />
        )}
      </Field>
      <Field label="Reason" hint="One line; it stays with the move.">
        {(control) => (
          <input
            {...control}
            className="input"
            value={reason}
            maxLength={limits.titleLength}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
