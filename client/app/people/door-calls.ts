import { doorContract, type Knock } from '../../../shared/workshop/door-contract'
import { call } from '../../api/call'
import { announce } from '../../ui/announce'
import { attempt } from '../shell/attempt'

/** Who is at the door; facilitators only, so only their devices load this. */
export async function readKnocks(workshopId: string): Promise<readonly Knock[]> {
  const { knocks } = await call(doorContract.knocks, { params: { id: workshopId } })
  return knocks
}

/** Lets people in or turns them away. */
export async function answerKnocks(workshopId: string, knocks: readonly Knock[], admit: boolean): Promise<void> {
  const knockIds = knocks.map(({ knockId }) => knockId)
  const done = await attempt(() => call(doorContract.answerKnocks, { params: { id: workshopId }, body: { knockIds, admit } }))
  if (done) announce(`${namesOf(knocks)} ${admit ? 'may come in' : 'turned away'}.`)
}

/** Says who has come to the door since, and returns everybody who was told of. */
export function tellOfNew(knocks: readonly Knock[], told: ReadonlySet<string>): ReadonlySet<string> {
  const waiting = knocks.filter(({ state }) => state === 'waiting')
  const fresh = waiting.filter(({ knockId }) => !told.has(knockId))
  if (fresh.length > 0) announce(`${namesOf(fresh)} ${fresh.length === 1 ? 'asks' : 'ask'} to come in.`)
  return new Set(waiting.map(({ knockId }) => knockId))
}

function namesOf(knocks: readonly Knock[]): string {
  const [first] = knocks
  return knocks.length === 1 && first ? first.name : `${knocks.length} people`
}
