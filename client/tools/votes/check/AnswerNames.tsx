import { plural } from '../../../../shared/doc/words'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Avatar } from '../../../ui/Avatar'
import { useVoters, type VoterStatus } from '../turnout/use-voters'
import { namesInWords } from '../words'

const stateOf = { done: 'done', begun: undefined, lapsed: undefined, waiting: 'wait' } as const
const order = { done: 0, lapsed: 1, begun: 2, waiting: 3 } as const

/** Who has answered a check, whose answer is to be renewed, who has not answered; for facilitators. */
export function AnswerNames({ check }: { readonly check: Round }) {
  const { actor } = useWorkshop()
  const voters = useVoters(check)
  const sorted = [...(voters ?? [])].sort((a, b) => order[a.status] - order[b.status])
  return (
    <>
      <ul className="votes-people">
        {sorted.map(({ person, status }) => {
          const state = stateOf[status]
          return (
            <li key={person.id}>
              <Avatar person={person} {...(state ? { state } : {})} />
            </li>
          )
        })}
      </ul>
      <p className="meta">{voters ? awaitedInWords(check, voters, actor.id) : 'Who has answered appears here.'}</p>
    </>
  )
}

/** For example `Waiting for Ben. Ana: to be renewed.`; of a secret check nobody is told whose answer has lapsed. */
function awaitedInWords({ secret, lapsed }: Round, voters: readonly VoterStatus[], ownId: string): string {
  const namesOf = (...wanted: readonly VoterStatus['status'][]) =>
    voters
      .filter(({ status }) => wanted.includes(status))
      .map(({ person }) => (person.id === ownId ? 'you' : (person.name.split(/\s+/)[0] ?? person.name)))
  const [missing, renewing] = [namesOf('waiting', 'begun'), namesOf('lapsed')]
  const unnamed = secret ? (lapsed?.people ?? 0) : 0
  const parts = [
    ...(missing.length > 0 ? [`Waiting for ${namesInWords(missing)}.`] : []),
    ...(renewing.length > 0 ? [`${capital(namesInWords(renewing))}: to be renewed.`] : []),
    ...(unnamed > 0 ? [`${plural(unnamed, 'answer')} to be renewed; whose, nobody is told.`] : []),
  ]
  return parts.length > 0 ? parts.join(' ') : 'Everybody has answered.'
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}
