import { participants } from '../../../shared/workshop/collections'
import { peopleByOrganisation } from '../../../shared/workshop/organisations'
import { can } from '../../../shared/workshop/permissions'
import { presentParticipants } from '../../../shared/workshop/selectors'
import { useRecords } from '../../sync/use-live'
import { usePresence } from '../presence'
import { useWorkshop } from '../workshop-context'
import { AtTheDoorList } from './AtTheDoorList'
import { OwnSeat } from './OwnSeat'
import './people.css'
import { PersonRow } from './PersonRow'
import { hereWords } from './who-is-here'

/** Everybody by organisation, where they are, and what a facilitator may change about them. */
export function PeoplePanel() {
  const { actor, record } = useWorkshop()
  const everybody = useRecords(participants, record)
  const presence = usePresence()
  const groups = peopleByOrganisation(everybody)
  const present = presentParticipants(everybody)
  return (
    <div className="people">
      <h2 className="h">People</h2>
      <p className="meta">
        {present.length === 1 ? '1 person' : `${present.length} people`} · {hereWords(present, presence, actor.id)}
      </p>
      <AtTheDoorList />
      {groups.map(({ organisation, people }) => (
        <section key={organisation ?? ''} aria-label={organisation ?? 'On their own'}>
          <h3 className="people-organisation">
            {organisation ?? 'On their own'} <span className="fine">{people.length}</span>
          </h3>
          <ul>
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                presence={presence.get(person.id)}
                mayChange={can(actor, 'workshop/change-people')}
                mayHandOver={can(actor, 'workshop/hand-over')}
                isMe={person.id === actor.id}
              />
            ))}
          </ul>
        </section>
      ))}
      <OwnSeat />
    </div>
  )
}
