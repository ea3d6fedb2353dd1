import * as Y from 'yjs'
import type { OpenedWorkshop } from './server'
import { openVote, type VoteUnderTest } from './votes'

/** A vision that people are asked about. */
export interface AskedWording {
  readonly draftId: string
  textHash(): Promise<string>
  /** Adds a paragraph, as a participant's editor would; gives the hash of the text then. */
  add(text: string): Promise<string>
  /** Lets it say this and nothing else; gives the hash of the text then. */
  rewrite(text: string): Promise<string>
  /** An open check on the words as they are. */
  check(wish: Readonly<Record<string, unknown>>): Promise<VoteUnderTest>
}

/** Begins a vision that says this. */
export async function askedWording(workshop: OpenedWorkshop, text: string): Promise<AskedWording> {
  const { host, workshopId } = workshop
  const drafts = `/api/workshops/${workshopId}/drafts`
  const draftId: string = (await host.post(drafts, { kind: 'vision', title: 'Vision' })).body.draftId

  async function write(change: (body: Y.XmlFragment) => void): Promise<string> {
    const connection = host.connect(`${workshopId}/draft/${draftId}`)
    await connection.synced()
    connection.doc.transact(() => change(connection.doc.getXmlFragment('body')))
    await connection.allSaved()
    connection.destroy()
    return wording.textHash()
  }

  const wording: AskedWording = {
    draftId,
    textHash: async () => (await host.get(`${drafts}/${draftId}`)).body.textHash,
    add: (words) => write((body) => body.push([paragraph(words)])),
    rewrite: (words) =>
      write((body) => {
        body.delete(0, body.length)
        body.push([paragraph(words)])
      }),
    async check(wish) {
      const subject = { draftId, textHash: await wording.textHash() }
      return openVote(workshop, { subject, options: undefined, dots: undefined, maxPerOption: undefined, ...wish })
    },
  }
  await wording.add(text)
  return wording
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}
