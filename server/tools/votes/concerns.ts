import type { Actor } from '../../../shared/access/actor'
import { plainWords } from '../../../shared/doc/plain-words'
import type { BodyOf, ResultOf } from '../../../shared/http/endpoint'
import { WorkshopError } from '../../../shared/http/problem'
import { answered, authorLeft, type ConcernChange, closed, refused } from '../../../shared/tools/votes/concern-moves'
import type { Concern, ConcernEnding } from '../../../shared/tools/votes/concern-schema'
import { hasLeft, isAnswerable } from '../../../shared/tools/votes/concern-selectors'
import type { contract } from '../../../shared/tools/votes/contract'
import { problem } from '../../../shared/tools/votes/problems'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import { createGuesses } from '../../auth/guesses'
import type { Effects, ServerContext, Tx } from '../server-tool'
import { opens } from './concern-key'
import { concernsOfRound, findConcern, type StoredConcern } from './concern-ledger'
import { changeConcern } from './concern-writes'
import { peopleOf } from './ledger'
import type { VotesPorts } from './ports'
import { demand } from './stored-rounds'
import { keepText, textOfHash } from './wording-texts'

type Standing = ResultOf<typeof contract.settleConcern>

/** What becomes of concerns once they are raised: every rule, and no HTTP. No path deletes one. */
export interface ConcernsService {
  answer(actor: Actor, concernId: string, body: BodyOf<typeof contract.answerConcern>): Promise<Standing>
  settle(actor: Actor, concernId: string, body: BodyOf<typeof contract.settleConcern>): Promise<Standing>
  recordAuthorLeft(actor: Actor, concernId: string): Promise<Standing>
  findOwn(actor: Actor, roundId: string, key: string): Promise<ResultOf<typeof contract.findOwnConcern>>
}

export function createConcerns(context: ServerContext, ports: Pick<VotesPorts, 'textOf'>): ConcernsService {
  const guesses = createGuesses(context.now)

  async function storedIn(tx: Tx, { workshopId }: Actor, concernId: string): Promise<StoredConcern> {
    const stored = await findConcern(tx, workshopId, concernId)
    if (!stored) throw kernelProblem('request/not-found')
    return stored
  }

  /** Wrong keys are counted like wrong links. Whose right one it was is written down nowhere. */
  async function guarded<T>(actor: Actor, key: string | undefined, attempt: () => Promise<T>): Promise<T> {
    if (key === undefined) return attempt()
    await guesses.admit(actor.id)
    try {
      return await attempt()
    } catch (cause) {
      if (cause instanceof WorkshopError && cause.code === 'vote/not-author') await guesses.wrong(actor.id)
      throw cause
    }
  }

  return {
    async answer(actor, concernId, { textHash, words }) {
      demand(actor, 'votes/answer-concern')
      return context.governed(actor.workshopId, async (tx) => {
        const { concern } = await storedIn(tx, actor, concernId)
        const { state } = concern
        if (state.is === 'answered' && state.toHash === textHash) return { result: { state } }
        if (state.is === 'closed') throw problem('vote/concern-closed', { concernId })
        if (state.is === 'answered') throw problem('vote/concern-answered', { concernId })
        const text = await ports.textOf(actor.workshopId, concern.draftId)
        if (text?.textHash !== textHash) throw problem('draft/text-changed', { textHash: text?.textHash })
        const asked = await textOfHash(tx, actor.workshopId, concern.textHash)
        // Bold or a link is no answer to what somebody said about the words.
        const isSame = asked !== undefined && plainWords(asked) === plainWords(text.text)
        if (isSame || !isAnswerable(concern, textHash)) throw problem('vote/text-unchanged', { concernId })
        await keepText(tx, actor.workshopId, text)
        const hashes = { fromHash: concern.textHash, toHash: textHash }
        const change = answered(concern, { byName: await nameOf(tx, actor), atMs: context.now(), ...hashes, ...(words ? { words } : {}) })
        return move(tx, actor, concern, change, { kind: 'concern/answered', payload: { ...hashes, by: actor.id } })
      })
    },

    async settle(actor, concernId, { as, words, key }) {
      demand(actor, 'votes/read')
      return guarded(actor, key, () =>
        context.governed(actor.workshopId, async (tx) => {
          const { concern, proof } = await storedIn(tx, actor, concernId)
          const isOwn = proof ? key !== undefined && opens(proof, key) : concern.authorId === actor.id
          if (!isOwn) throw problem('vote/not-author', { concernId })
          const { state } = concern
          if (state.is === 'closed' && state.as === as) return { result: { state } }
          if (as === 'not-answered' && state.is === 'open') return { result: { state } }
          const by = proof ? {} : { by: actor.id }
          const kind = as === 'not-answered' ? 'concern/not-answered' : 'concern/closed'
          return move(tx, actor, concern, settled(concern, as, context.now(), words), { kind, payload: { as, ...by } })
        }),
      )
    },

    async recordAuthorLeft(actor, concernId) {
      demand(actor, 'votes/record-author-left')
      return context.governed(actor.workshopId, async (tx) => {
        const { concern } = await storedIn(tx, actor, concernId)
        if (hasLeft(concern)) return { result: { state: concern.state } }
        const author = (await peopleOf(tx, actor.workshopId)).find(({ id }) => id === concern.authorId)
        if (!author?.removed) throw problem('vote/author-here', { concernId })
        const by = { byName: await nameOf(tx, actor), atMs: context.now() }
        return move(tx, actor, concern, authorLeft(concern, by), { kind: 'concern/author-left', payload: { by: actor.id } })
      })
    },

    async findOwn(actor, roundId, key) {
      demand(actor, 'votes/read')
      return guarded(actor, key, async () => {
        const all = await concernsOfRound(context.db, actor.workshopId, roundId)
        const own = all.find(({ proof }) => proof && opens(proof, key))
        if (!own) throw problem('vote/not-author')
        return { concernId: own.concern.id }
      })
    },
  }
}

/** @throws WorkshopError `vote/concern-closed`, `vote/concern-not-answered` */
function settled(concern: Concern, as: ConcernEnding | 'not-answered', nowMs: number, words: string | undefined): ConcernChange {
  const { id: concernId, state } = concern
  if (state.is === 'closed') throw problem('vote/concern-closed', { concernId })
  if (as === 'not-answered') return refused(concern, nowMs, words)
  if (as === 'met' && state.is === 'open') throw problem('vote/concern-not-answered', { concernId })
  return closed(concern, as, nowMs, { words })
}

async function move(
  tx: Tx,
  { workshopId }: Actor,
  concern: Concern,
  change: ConcernChange,
  { kind, payload }: NonNullable<Effects<void>['ledger']>[number],
): Promise<Effects<Standing>> {
  const { id: concernId, roundId, draftId } = concern
  return {
    result: { state: change.state },
    writes: [await changeConcern(tx, workshopId, concern, change)],
    ledger: [{ kind, payload: { concernId, roundId, draftId, ...payload } }],
  }
}

async function nameOf(tx: Tx, actor: Actor): Promise<string> {
  return (await peopleOf(tx, actor.workshopId)).find(({ id }) => id === actor.id)?.name ?? ''
}
