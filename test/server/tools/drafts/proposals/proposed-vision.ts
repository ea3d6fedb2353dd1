import * as Y from 'yjs'
import type { Actor, Role } from '../../../../../shared/access/actor'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { proposals } from '../../../../../shared/tools/drafts/collections'
import { addProposal } from '../../../../../shared/tools/drafts/proposals/proposal-commands'
import type { Proposal, ProposalId } from '../../../../../shared/tools/drafts/proposals/proposal-schema'
import { allLines, linesAsText } from '../../../../../shared/tools/drafts/proposals/worded-lines'
import { type WordingText, wordingText } from '../../../../../shared/tools/drafts/wording-text'
import {
  type Answer,
  type Connection,
  type Device,
  type OpenedWorkshop,
  startTestServer,
  type TestServer,
  until,
} from '../../../../support/server'

/** What it says at first. */
export const visionText = 'By 2030, every adult can see a clear path to a career.'

type Proposed = Pick<Proposal, 'anchor' | 'before' | 'words' | 'why'>

/** A vision on a server of its own: its host writes in it, Ben proposes other words. */
export class ProposedVision {
  readonly server: TestServer
  readonly workshop: OpenedWorkshop
  readonly ben: Device & { readonly participantId: string }
  readonly draftId: string
  readonly drafts: string
  /** The host's copy of the wording. */
  readonly text: Connection
  /** Ben's copy of the comments. */
  readonly comments: Connection

  private constructor(opened: Pick<ProposedVision, 'server' | 'workshop' | 'ben' | 'draftId' | 'drafts' | 'text' | 'comments'>) {
    this.server = opened.server
    this.workshop = opened.workshop
    this.ben = opened.ben
    this.draftId = opened.draftId
    this.drafts = opened.drafts
    this.text = opened.text
    this.comments = opened.comments
  }

  static async open(): Promise<ProposedVision> {
    const server = await startTestServer({ env: { LIMIT_VERSION_REST_MS: '3600000', LIMIT_RESTORE_GRACE_MS: '1500' } })
    const workshop = await server.openWorkshop()
    const ben = await workshop.join('Ben Whitehorse')
    const drafts = `/api/workshops/${workshop.workshopId}/drafts`
    const draftId: string = (await workshop.host.post(drafts, { kind: 'vision', title: 'Vision' })).body.draftId
    const text = workshop.host.connect(`${workshop.workshopId}/draft/${draftId}`)
    const comments = ben.connect(`${workshop.workshopId}/comments/${draftId}`)
    await Promise.all([text.synced(), comments.synced()])
    const vision = new ProposedVision({ server, workshop, ben, draftId, drafts, text, comments })
    vision.line().insert(0, visionText)
    await text.allSaved()
    return vision
  }

  close(): Promise<void> {
    return this.server.close()
  }

  async connect(device: Device, zone: 'draft' | 'comments' = 'comments'): Promise<Connection> {
    const connection = device.connect(`${this.workshop.workshopId}/${zone}/${this.draftId}`)
    await connection.synced()
    return connection
  }

  actorOf(id: string, role: Role = 'contributor'): Actor {
    return { workshopId: this.workshop.workshopId, id, role } as Actor // as the server named them
  }

  get benAsActor(): Actor {
    return this.actorOf(this.ben.participantId)
  }

  line(doc = this.text.doc, index = 0): Y.XmlText {
    const paragraph = doc.getXmlFragment('body').get(index)
    const found = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (!(found instanceof Y.XmlText)) throw new Error('the draft has no such line')
    return found
  }

  addLine(words: string): void {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    this.text.doc.getXmlFragment('body').push([paragraph])
  }

  read(): WordingText {
    return wordingText(this.text.doc.getXmlFragment('body'))
  }

  /** The text as the server has it. */
  async textNow(): Promise<string> {
    return (await this.workshop.host.get(`${this.drafts}/${this.draftId}`)).body.text
  }

  /** Changes the draft itself, for example locks it. */
  change(body: object): Promise<Answer> {
    return this.workshop.host.patch(`${this.drafts}/${this.draftId}`, body)
  }

  /** What somebody proposes for the first place of `before`. */
  wish(before: string, words: string): Proposed {
    const from = this.read().characters.indexOf(before)
    const anchored = wordsAt(this.read(), { from, to: from + before.length })
    if (!anchored) throw new Error('there are no such words')
    return { anchor: anchored.anchor, before, words }
  }

  /** What somebody proposes for all of it. */
  wholeWish(words: string): Proposed {
    return { before: linesAsText(allLines(this.read())), words }
  }

  async propose(what: Proposed, by = this.comments, actor = this.benAsActor): Promise<ProposalId> {
    const id = addProposal(by.doc, actor, { ...what, nowMs: 1 })
    if (!id) throw new Error('the proposal was not taken')
    await by.allSaved()
    return id
  }

  decide(id: string, how: 'accept' | 'keep' | 'reopen', device: Device = this.workshop.host, body?: object): Promise<Answer> {
    return device.post(`${this.drafts}/${this.draftId}/proposals/${id}/${how}`, body ?? (how === 'keep' ? {} : undefined))
  }

  /** A proposal as the server has it. */
  async kept(id: string): Promise<Proposal | undefined> {
    const { doc, destroy } = await this.connect(this.workshop.host)
    const proposal = proposals.get(doc, id)
    destroy()
    return proposal
  }

  /** A record as somebody's own program would write it. */
  forge(fields: Partial<Record<keyof Proposal, unknown>>, by = this.comments): void {
    const id = 'proposal_forged01'
    const record = { id, authorId: this.ben.participantId, createdAtMs: 1, ...this.wish('clear path', 'plain path'), ...fields }
    by.doc.getMap('proposals').set(id, new Y.Map(Object.entries(record)))
  }
}

/** Why a connection was closed. */
export async function refusal(connection: Connection): Promise<string | undefined> {
  await until(() => connection.closed !== undefined, 'the refusal')
  return connection.refused
}
