import { atLeast } from '../../../shared/access/actor'
import { participants } from '../../../shared/workshop/collections'
import type { Participant } from '../../../shared/workshop/schema'
import { presentParticipants } from '../../../shared/workshop/selectors'
import { useSelected } from '../../sync/use-live'
import { Avatar } from '../../ui/Avatar'
import { useWaiting } from '../people/knocks-context'
import { hereWords } from '../people/who-is-here'
import type { Presence } from '../presence'
import { usePresence } from '../presence'
import { useWorkshop } from '../workshop-context'

const shownCount = 5

/** Up to five people who are connected, and how many more; opens the list of everybody. */
export function PeopleStrip({ onOpen }: { readonly onOpen: () => void }) {
  const { record, actor } = useWorkshop()
  const everybody = useSelected(participants, record, presentParticipants)
  const presence = usePresence()
  const here = peopleHere(everybody, presence, actor.id)
  const rest = here.length - shownCount
  const atDoor = useWaiting().length
  return (
    <button
      type="button"
      className="people-strip"
      onClick={onOpen}
      aria-label={`${hereWords(everybody, presence, actor.id)}.${atDoor > 0 ? ` ${atDoor} at the door.` : ''} Open the list.`}
    >
      <span className="avs" aria-hidden>
        {here.slice(0, shownCount).map((person) => (
          <Avatar
            key={person.id}
            person={person}
            decorative
            ring={atLeast(person.role, 'facilitator')}
            {...(presence.get(person.id)?.state === 'away' ? { state: 'away' as const } : {})}
          />
        ))}
        {rest > 0 ? <span className="av more">+{rest}</span> : null}
      </span>
      {atDoor > 0 ? (
        <span className="people-badge" aria-hidden>
          {atDoor}
        </span>
      ) : null}
    </button>
  )
}

/** Those who are connected, leaders first; I am always here. */
export function peopleHere(
  everybody: readonly Participant[],
  presence: ReadonlyMap<string, Presence>,
  ownId: string,
): readonly Participant[] {
  const leads = (person: Participant) => (atLeast(person.role, 'facilitator') ? 0 : 1)
  return everybody
    .filter((person) => person.id === ownId || presence.has(person.id))
    .sort((a, b) => leads(a) - leads(b) || a.joinedAtMs - b.joinedAtMs)
}
