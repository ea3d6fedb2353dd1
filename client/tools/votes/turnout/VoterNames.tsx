import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Avatar } from '../../../ui/Avatar'
import { namesInWords } from '../words'
import { useVoters } from './use-voters'

const stateOf = { done: 'done', begun: undefined, lapsed: undefined, waiting: 'wait' } as const

/** Who has finished, who is at it, who has not begun; for facilitators. */
export function VoterNames({ round }: { readonly round: Round }) {
  const { actor } = useWorkshop()
  const voters = useVoters(round)
  const order = { done: 0, begun: 1, lapsed: 1, waiting: 2 } as const
  const sorted = [...(voters ?? [])].sort((a, b) => order[a.status] - order[b.status])
  const missing = sorted
    .filter(({ status }) => status !== 'done')
    .map(({ person }) => (person.id === actor.id ? 'you' : firstName(person.name)))
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
      <p className="meta">{voters ? waitingInWords(missing) : 'Who has finished appears here.'}</p>
    </>
  )
}

function waitingInWords(missing: readonly string[]): string {
  return missing.length === 0 ? 'Everybody has finished.' : `Waiting for ${namesInWords(missing)}.`
}

function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name
}
