import { type ReactNode, useMemo } from 'react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocsFactoryContext, DocsSourcesContext } from '../../client/app/docs-sources'
import { WorkshopContext, type WorkshopSession } from '../../client/app/workshop-context'
import type { Role } from '../../shared/access/actor'
import { catchUpWordsOf, progressOf, workshopDocs } from '../../shared/tools/docs'
import { rounds } from '../../shared/tools/votes/collections'
import type { Round } from '../../shared/tools/votes/schema'
import { participants } from '../../shared/workshop/collections'

/** The text that checks of these tests ask about. */
export const askedHash = 'a'.repeat(64)
export const askedText = 'One door for every learner.'

/** A check on that text, by gradients and open unless it is said otherwise. */
export function checkRound(more: Partial<Round> = {}): Round {
  return rounds.schema.parse({
    id: 'round_1',
    question: 'How far do you agree?',
    method: 'gradients',
    subject: { draftId: 'draft_vision01', textHash: askedHash },
    secret: false,
    dots: 1,
    maxPerOption: 1,
    options: [],
    rule: { quorum: 0.5, support: 0.8, supportAt: 3, blockedBy: [8] },
    facilitatorsVote: false,
    state: 'open',
    turnout: { eligible: 3, begun: 0, done: 0 },
    revision: 0,
    createdAtMs: 0,
    ...more,
  })
}

/** A workshop with Grace, Ben and Carla, these rounds, and somebody of this role who looks at it. */
export function checkSession(role: Role, ...all: readonly Round[]): WorkshopSession {
  const record = new Y.Doc()
  for (const [index, name] of ['Grace Lindqvist', 'Ben Whitehorse', 'Carla Ruiz'].entries()) {
    participants.put(record, { id: `p_${index + 1}`, name, role: 'contributor', colour: 1, joinedAtMs: 0 })
  }
  for (const round of all) rounds.put(record, round)
  return {
    actor: { workshopId: 'ws_1', id: role === 'contributor' ? 'p_1' : 'p_host', role },
    name: 'Grace Lindqvist',
    record,
    awareness: new Awareness(record),
    board: new Y.Doc(),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('a check opens no document')
    },
  }
}

const factory = Promise.resolve({ workshopDocs, progressOf, catchUpWordsOf })
const loadFactory = () => factory

/** What is shown inside that workshop. */
export function Inside({ session, children }: { readonly session: WorkshopSession; readonly children: ReactNode }) {
  const { record, board } = session
  const sources = useMemo(
    () => ({ record, board, docAt: () => undefined, openDrafts: () => [], subscribeDrafts: () => () => {} }),
    [record, board],
  )
  return (
    <DocsFactoryContext value={loadFactory}>
      <DocsSourcesContext value={sources}>
        <WorkshopContext value={session}>{children}</WorkshopContext>
      </DocsSourcesContext>
    </DocsFactoryContext>
  )
}

/**
 * A server that keeps one ballot in `round_1`, has one text from before, and takes everything else; what it was asked for
 * stands in `seen`.
 *
 * @param cast the ballot as it is at first
 */
export function checkServer(round: Round, role: Role = 'contributor', cast: Record<string, unknown> = {}) {
  const seen: { readonly path: string; readonly body: Record<string, unknown> }[] = []
  let ballot: Record<string, unknown> = { version: 0, allocation: {}, done: false, ...cast }
  async function fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const path = `${init.method} ${url.replace('/api/workshops/ws_1/rounds', '')}`
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
    if (init.method !== 'GET') seen.push({ path, body })
    if (path === 'PUT /round_1/ballot') {
      const { answer, reason, binding, allocation, textHash } = body
      const given = answer === undefined ? { allocation } : { answer, reason, binding, textHash }
      ballot = { version: body.baseVersion + 1, ...given, done: answer !== undefined, receipt: 'K7QF-2M9X-HT4D' }
      return Response.json(ballot)
    }
    if (path === 'GET /round_1/voters') return Response.json({ people: [] })
    if (url.includes('/texts/')) return Response.json({ textHash: askedHash, text: askedText })
    if (path === 'POST /round_1/sense') return Response.json({ ...body, byName: 'Rosa', atMs: 0, contested: 0 })
    if (path === 'POST /round_1/contest') {
      ballot = { ...ballot, contested: [body.textHash] }
      return Response.json({ contested: [body.textHash] })
    }
    if (path === 'POST ') return Response.json({ roundId: 'round_2', options: [] })
    if (path.endsWith('/consent-step')) return Response.json({ step: body.step, stepAtMs: 0, pass: 1 })
    if (path.endsWith('/open')) return Response.json({ state: 'open' })
    if (path.endsWith('/cancel')) return Response.json({ state: 'cancelled' })
    const { id, result: _result, answers: _answers, recorded: _recorded, ...view } = round
    return Response.json({ ...view, roundId: id, me: { ...ballot, eligible: role === 'contributor' } })
  }
  return { seen, fetch }
}
