import type { Round } from '../../../shared/tools/votes/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Avatar } from '../../ui/Avatar'
import { useTurnout, useVoters, type VoterStatus } from './use-voters'
import { namesInWords } from './words'

interface TurnoutPanelProps {
  readonly round: Round
}

/** How many have finished; by name only for facilitators. */
export function TurnoutPanel({ round }: TurnoutPanelProps) {
  const { eligible, begun, done } = useTurnout(round)
  const voters = useVoters(round)
  return (
    <section className="card votes-turnout" aria-label="Turnout">
      <div className="row between">
        <h2 className="h">Turnout</h2>
        <b>
          {done} of {eligible}
        </b>
      </div>
      {voters ? <VoterNames voters={voters} /> : <Seats eligible={eligible} done={done} />}
      {voters ? null : (
        <p className="meta">{begun > done ? `${begun - done} still placing dots.` : 'Who has finished, only facilitators see.'}</p>
      )}
    </section>
  )
}

const stateOf = { done: 'done', begun: undefined, waiting: 'wait' } as const

function VoterNames({ voters }: { readonly voters: readonly VoterStatus[] }) {
  const { actor } = useWorkshop()
  const order = { done: 0, begun: 1, waiting: 2 } as const
  const sorted = [...voters].sort((a, b) => order[a.status] - order[b.status])
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
      <p className="meta">{missing.length === 0 ? 'Everybody has finished.' : `Waiting for ${namesInWords(missing)}.`}</p>
    </>
  )
}

function Seats({ eligible, done }: { readonly eligible: number; readonly done: number }) {
  if (eligible > 60)
    return <progress className="votes-progress" value={done} max={eligible} aria-label={`${done} of ${eligible} have finished`} />
  return (
    <span className="dots votes-seats" role="img" aria-label={`${done} of ${eligible} have finished`}>
      {Array.from({ length: eligible }, (_, seat) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
        <i key={seat} className={seat < done ? 'dot' : 'dot free'} />
      ))}
    </span>
  )
}

function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name
}
