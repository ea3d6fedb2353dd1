import * as Y from 'yjs'
import { agreementOf } from '../../server/tools/votes/agreement-of'
import { lapsedNow } from '../../server/tools/votes/lapsing'
import { findRound } from '../../server/tools/votes/ledger'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../support/server'
import { openVote } from '../support/votes'
import { type Figure, median } from './figures'

const people = 200
const withinMs = 20
const runs = 20

/** What an edit of a wording costs that everybody is being asked about: which of their answers stand on the words as they are now. */
export async function measureChecks(): Promise<Figure[]> {
  const server = await startTestServer()
  try {
    const workshop = await server.openWorkshop()
    const { workshopId } = workshop
    const draftId = (await workshop.host.post(`/api/workshops/${workshopId}/drafts`, { kind: 'vision', title: 'Vision' })).body.draftId
    const first = await write(workshop, draftId, 'One door for every learner.')
    const subject = { draftId, textHash: first }
    const none = { options: undefined, dots: undefined, maxPerOption: undefined }
    const check = await openVote(workshop, { question: 'Do you agree?', method: 'gradients', subject, ...none })
    for (let index = 0; index < people; index += 1) {
      const voter = await workshop.join(`Person ${index}`)
      const given = { textHash: first, reason: `Reason ${index}`, binding: index % 3 === 0 ? 'spirit' : 'wording' }
      const { status } = await check.answer(voter, 1 + (index % 8), given)
      if (status !== 200) throw new Error('an answer was not taken')
    }
    const second = await write(workshop, draftId, 'Two doors for every learner.')
    return await figuresOf(server, workshopId, draftId, check.roundId, second)
  } finally {
    await server.close()
  }
}

async function figuresOf(server: TestServer, workshopId: string, draftId: string, roundId: string, textHash: string): Promise<Figure[]> {
  const { db } = server.app.context
  const lapsed = await timed(async () => {
    const round = await findRound(db, workshopId, roundId)
    return round && lapsedNow(db, round, textHash)
  })
  if (lapsed.last?.people !== Math.floor((people * 2) / 3)) throw new Error(`${lapsed.last?.people} lapsed`)
  const summary = await timed(() => agreementOf(db, { workshopId, draftId, textHash, roundId }))
  return [
    figure(`which answers of ${people} people stand after an edit`, lapsed.tookMs),
    figure(`agreement of ${people} people summed up after an edit`, summary.tookMs),
  ]
}

async function timed<T>(act: () => Promise<T>): Promise<{ readonly tookMs: readonly number[]; readonly last: T }> {
  const tookMs: number[] = []
  let last = await act()
  for (let warmUp = 0; warmUp < runs; warmUp += 1) last = await act()
  for (let run = 0; run < runs; run += 1) {
    const beganMs = performance.now()
    last = await act()
    tookMs.push(performance.now() - beganMs)
  }
  return { tookMs, last }
}

function figure(what: string, tookMs: readonly number[]): Figure {
  const most = Math.max(...tookMs)
  return {
    what: `${what} (median / most of ${runs})`,
    measured: `${median(tookMs).toFixed(1)} / ${most.toFixed(1)} ms`,
    target: `< ${withinMs} ms`,
    met: most < withinMs,
  }
}

/** Lets a wording say this and nothing else; gives its hash. */
async function write({ host, workshopId }: OpenedWorkshop, draftId: string, text: string): Promise<string> {
  const connection = host.connect(`${workshopId}/draft/${draftId}`)
  await connection.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const body = connection.doc.getXmlFragment('body')
  body.delete(0, body.length)
  body.push([paragraph])
  await connection.allSaved()
  connection.destroy()
  return (await host.get(`/api/workshops/${workshopId}/drafts/${draftId}`)).body.textHash
}
