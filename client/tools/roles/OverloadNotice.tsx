import { X } from 'lucide-react'
import { plural } from '../../../shared/doc/words'
import type { Taker } from '../../../shared/tools/roles/load'
import type { Duty } from '../../../shared/tools/roles/schema'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import type { CellWriter } from './use-cells'
import type { OverloadWatch } from './use-overload'

const mostTakers = 3

/** Says at once that a partner was given more than its hours, and who else could take it. */
export function OverloadNotice({ watch, cells }: { readonly watch: OverloadWatch; readonly cells: CellWriter }) {
  const { overload, dismiss } = watch
  if (!overload) return null
  const { duty, party, hours, takers } = overload
  const others = takers.slice(0, mostTakers)
  return (
    <Banner tone="bad" action={<IconButton label="Leave it so" Icon={X} small onClick={dismiss} />}>
      {party.name} has {plural(party.hoursPerMonth ?? 0, 'hour')} a month and would need {hours}. {takersWords(duty, others)}
      {others.length > 0 ? (
        <span className="row wrap roles-takers">
          {others.map((taker) => (
            <Button key={taker.party.id} size="sm" onClick={() => cells.hand(duty.id, party.id, taker.party.id)}>
              {taker.party.name} ({takerWords(taker)})
            </Button>
          ))}
        </span>
      ) : null}
    </Banner>
  )
}

function takersWords({ label, skill }: Duty, takers: readonly Taker[]): string {
  if (takers.length === 0) return 'No other partner has hours left for it.'
  const missing = skill && !takers.some(({ hasSkill }) => hasSkill) ? ` None of them lists the skill (${skill}).` : ''
  return `Hand “${label}” to a partner with hours left?${missing}`
}

function takerWords({ hoursLeft, hasSkill }: Taker): string {
  return `${hasSkill ? 'has the skill, ' : ''}${plural(hoursLeft, 'hour')} left after it`
}
