import { CalendarClock, Ellipsis, Link as LinkIcon, Mail, Pencil, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { intermediaries } from '../../../shared/tools/partners/collections'
import { removePartner, restorePartner } from '../../../shared/tools/partners/commands'
import { backings } from '../../../shared/tools/partners/fields'
import { can } from '../../../shared/tools/partners/permissions'
import { levels, teams } from '../../../shared/tools/partners/recommended-team'
import type { Partner } from '../../../shared/tools/partners/schema'
import { peopleOf, type SectorGroup } from '../../../shared/tools/partners/selectors'
import type { Participant } from '../../../shared/workshop/schema'
import { type Presence, usePresence } from '../../app/presence'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Menu } from '../../ui/Menu'
import { type RingTeam, ringChoices } from '../../ui/TeamRings'
import { toast } from '../../ui/toast'
import { useMayEdit, usePeople } from './use-roster'

/** What can be asked for of a partner; keep the same object, rows are drawn again only for another one. */
export interface RosterActs {
  readonly edit: (partner: Partner) => void
  readonly invite: (partner: Partner) => void
  readonly move: (id: string, team: RingTeam | undefined) => void
  /** Asks for the day and the reason of a move. */
  readonly moveOnDay: (partner: Partner) => void
  /** The private link to its row. */
  readonly link: (partner: Partner) => void
}

interface RosterProps {
  readonly groups: readonly SectorGroup[]
  readonly acts: RosterActs
}

/** The partners by sector, with the people who came from each. */
export function Roster({ groups, acts }: RosterProps) {
  const people = usePeople()
  const chosen = useRecord(intermediaries, useWorkshop().record, 'intermediary')?.partnerId
  const presence = usePresence()
  const mayEdit = useMayEdit()
  return (
    <table className="partners-table">
      <caption className="vh">Partners by sector</caption>
      <thead>
        <tr>
          <th scope="col">Partner</th>
          <th scope="col" className="people">
            People
          </th>
          <th scope="col" className="level">
            Level
          </th>
          <th scope="col">Ring</th>
          <th scope="col" className="here">
            <span className="vh">Here now</span>
          </th>
          {mayEdit ? (
            <th scope="col">
              <span className="vh">More</span>
            </th>
          ) : null}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr className="gp">
            <th colSpan={mayEdit ? 6 : 5} scope="rowgroup">
              {group.label}
            </th>
          </tr>
          {group.partners.map((partner) => (
            <RosterRow
              key={partner.id}
              partner={partner}
              people={peopleOf(partner, people)}
              presence={presence}
              mayEdit={mayEdit}
              isIntermediary={partner.id === chosen}
              acts={acts}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface RosterRowProps extends Pick<RosterProps, 'acts'> {
  readonly partner: Partner
  readonly people: readonly Participant[]
  readonly presence: ReadonlyMap<string, Presence>
  readonly mayEdit: boolean
  /** It runs the everyday coordination. */
  readonly isIntermediary: boolean
}

const RosterRow = memo(function RosterRow({ partner, people, presence, mayEdit, isIntermediary, acts }: RosterRowProps) {
  const me = useWorkshop().actor.id
  const level = levels.find(({ id }) => id === partner.level)?.label ?? ''
  const who = peopleWords(partner, people)
  const isExpected = people.length === 0 && partner.team === undefined
  return (
    <tr>
      <th scope="row">
        {mayEdit ? (
          <button type="button" className="partners-name" onClick={() => acts.edit(partner)}>
            {partner.name}
          </button>
        ) : (
          partner.name
        )}
        {standing(partner, isIntermediary).map((words) => (
          <span key={words} className="partners-standing">
            {words}
          </span>
        ))}
        <span className="partners-sub">{[level, who].filter(Boolean).join(' · ')}</span>
      </th>
      <td className="meta people">{who}</td>
      <td className="level">{level}</td>
      <td>
        {isExpected && mayEdit ? (
          <Button size="sm" onClick={() => acts.invite(partner)}>
            Invite
          </Button>
        ) : (
          <RingChip partner={partner} mayEdit={mayEdit} acts={acts} />
        )}
      </td>
      <td className="here">
        <span className="avs">
          {people.map((person) => {
            const here = person.id === me ? { state: 'here' } : presence.get(person.id)
            return here ? (
              <Avatar key={person.id} person={person} size="s" {...(here.state === 'away' ? { state: 'away' as const } : {})} />
            ) : null
          })}
        </span>
      </td>
      {mayEdit ? (
        <td className="more">
          <RowMenu partner={partner} acts={acts} />
        </td>
      ) : null}
    </tr>
  )
})

function RingChip({ partner, mayEdit, acts }: Pick<RosterRowProps, 'partner' | 'mayEdit' | 'acts'>) {
  const label = teams.find(({ id }) => id === partner.team)?.label
  const className = classNames('chip', partner.team === 'leadership' && 'ok', !label && 'line')
  if (!mayEdit) return label ? <span className={className}>{label}</span> : null
  return (
    <Menu label={`Move ${partner.name} to…`} className={className} items={ringChoices(partner, acts.move)}>
      {label ?? 'No ring yet'}
      <span className="vh">, move {partner.name} to another ring</span>
    </Menu>
  )
}

function RowMenu({ partner, acts }: Pick<RosterRowProps, 'partner' | 'acts'>) {
  const { board, actor, serverNow } = useWorkshop()

  function remove() {
    removePartner(board, actor, partner.id, serverNow())
    toast({ message: `${partner.name} taken off the list`, action: { label: 'Undo', run: () => restorePartner(board, actor, partner.id) } })
  }

  return (
    <Menu
      label={`More for ${partner.name}`}
      Icon={Ellipsis}
      small
      items={[
        { label: 'Change…', Icon: Pencil, onSelect: () => acts.edit(partner) },
        { label: 'Write an invitation…', Icon: Mail, onSelect: () => acts.invite(partner) },
        ...ringChoices(partner, acts.move).map((choice) => ({ ...choice, label: `Ring: ${choice.label}` })),
        { label: 'Move with date and reason…', Icon: CalendarClock, onSelect: () => acts.moveOnDay(partner) },
        ...(can(actor, 'partners/link') ? [{ label: 'Private row link…', Icon: LinkIcon, onSelect: () => acts.link(partner) }] : []),
        { label: 'Take off the list', Icon: Trash2, danger: true, onSelect: remove },
      ]}
    />
  )
}

function peopleWords(partner: Partner, people: readonly Participant[]): string {
  if (people.length > 0) return people.map(({ name }) => name).join(', ')
  return partner.contact ? partner.contact : 'Not invited yet'
}

/** What a partner is to the whole effort, beside its name. */
function standing({ backing }: Partner, isIntermediary: boolean): readonly string[] {
  const label = backings.find(({ id }) => id === backing)?.label
  return [...(isIntermediary ? ['Intermediary'] : []), ...(label ? [label] : [])]
}
