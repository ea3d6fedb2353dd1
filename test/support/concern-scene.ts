import { concerns } from '../../shared/tools/votes/concern-collection'
import type { Concern } from '../../shared/tools/votes/concern-schema'
import { concernsAbout } from '../../shared/tools/votes/concern-selectors'
import { askedWording } from './asked-wording'
import type { Answer, Device, OpenedWorkshop, TestServer } from './server'
import { letIn, type Voter, type VoteUnderTest } from './votes'

/** A workshop with a wording, people, and the ways to ask about it and to say what is wrong with it. */
export interface ConcernScene {
  readonly workshop: OpenedWorkshop
  readonly draftId: string
  readonly voters: readonly Voter[]
  voter(index: number): Voter
  /** Adds a paragraph to the wording, as a participant's editor would. */
  write(text: string): Promise<string>
  textHash(): Promise<string>
  /** A check on the wording as it is now; by resonance unless it is said otherwise. */
  check(wish?: Record<string, unknown>): Promise<VoteUnderTest>
  /** Answers on the wording as it is now. */
  say(check: VoteUnderTest, voter: Voter, answer: string | number, more?: Record<string, unknown>): Promise<Answer>
  /** The concerns about the wording as everybody has them in the record. */
  all(): Promise<readonly Concern[]>
  /** What somebody does about a concern, for example `act(host, concern, 'settle', {as: 'met'})`. */
  act(
    device: Device,
    concern: Pick<Concern, 'id'>,
    act: 'answer' | 'settle' | 'author-left',
    body?: Record<string, unknown>,
  ): Promise<Answer>
  /** Marks a concern as answered by the wording as it is now. */
  mark(device: Device, concern: Pick<Concern, 'id'>, words?: string): Promise<Answer>
}

/** Opens such a workshop. */
export async function concernScene(server: TestServer, ...names: readonly string[]): Promise<ConcernScene> {
  const workshop = await server.openWorkshop()
  const { workshopId } = workshop
  const voters = await letIn(workshop, ...names)
  const at = `/api/workshops/${workshopId}`
  const wording = await askedWording(workshop, 'By 2030 every adult finds one door.')
  const { draftId, textHash } = wording
  const scene: ConcernScene = {
    workshop,
    draftId,
    voters,
    voter(index) {
      const found = voters[index]
      if (!found) throw new Error(`no voter ${index}`)
      return found
    },
    write: wording.add,
    textHash,
    check: (wish = {}) => wording.check({ question: 'Does it resonate?', method: 'resonance', ...wish }),
    async say(check, voter, answer, more = {}) {
      const { me } = (await check.read(voter)).body
      return check.answer(voter, answer, { baseVersion: me.version, textHash: await textHash(), ...more })
    },
    all: () => server.app.context.readDoc(`${workshopId}/record`, (doc) => concernsAbout(concerns.all(doc), draftId)),
    act: (device, { id }, act, body) => device.post(`${at}/concerns/${id}/${act}`, body),
    async mark(device, concern, words) {
      return scene.act(device, concern, 'answer', { textHash: await textHash(), ...(words ? { words } : {}) })
    },
  }
  return scene
}

/** The only one there is. */
export function only<T>(list: readonly T[]): T {
  const [first, ...more] = list
  if (first === undefined || more.length > 0) throw new Error(`one was expected, not ${list.length}`)
  return first
}
