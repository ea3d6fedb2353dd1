import * as Y from 'yjs'
import { concerns } from '../../shared/tools/votes/concern-collection'
import type { Concern } from '../../shared/tools/votes/concern-schema'
import { concernsAbout } from '../../shared/tools/votes/concern-selectors'
import type { Answer, Device, OpenedWorkshop, TestServer } from './server'
import { letIn, openVote, type Voter, type VoteUnderTest } from './votes'

/** A workshop with a wording, people, and the ways to ask about it and to say what is wrong with it. */
export interface ConcernScene {
  readonly workshop: OpenedWorkshop
  readonly draftId: string
  readonly voters: readonly Voter[]
  voter(index: number): Voter
  /** Adds a paragraph to the wording, as a participant's editor would. */
  write(text: string): Promise<void>
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
  const { host, workshopId } = workshop
  const voters = await letIn(workshop, ...names)
  const at = `/api/workshops/${workshopId}`
  const draftId: string = (await host.post(`${at}/drafts`, { kind: 'vision', title: 'Vision' })).body.draftId
  const scene: ConcernScene = {
    workshop,
    draftId,
    voters,
    voter(index) {
      const found = voters[index]
      if (!found) throw new Error(`no voter ${index}`)
      return found
    },
    async write(text) {
      const connection = host.connect(`${workshopId}/draft/${draftId}`)
      await connection.synced()
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      connection.doc.getXmlFragment('body').push([paragraph])
      await connection.allSaved()
      connection.destroy()
    },
    textHash: async () => (await host.get(`${at}/drafts/${draftId}`)).body.textHash,
    async check(wish = {}) {
      const subject = { draftId, textHash: await scene.textHash() }
      const unset = { options: undefined, dots: undefined, maxPerOption: undefined }
      return openVote(workshop, { question: 'Does it resonate?', method: 'resonance', subject, ...unset, ...wish })
    },
    async say(check, voter, answer, more = {}) {
      const { me } = (await check.read(voter)).body
      return check.answer(voter, answer, { baseVersion: me.version, textHash: await scene.textHash(), ...more })
    },
    all: () => server.app.context.readDoc(`${workshopId}/record`, (doc) => concernsAbout(concerns.all(doc), draftId)),
    act: (device, { id }, act, body) => device.post(`${at}/concerns/${id}/${act}`, body),
    async mark(device, concern, words) {
      const textHash = await scene.textHash()
      return scene.act(device, concern, 'answer', { textHash, ...(words ? { words } : {}) })
    },
  }
  await scene.write('By 2030 every adult finds one door.')
  return scene
}

/** The only one there is. */
export function only<T>(list: readonly T[]): T {
  const [first, ...more] = list
  if (first === undefined || more.length > 0) throw new Error(`one was expected, not ${list.length}`)
  return first
}
