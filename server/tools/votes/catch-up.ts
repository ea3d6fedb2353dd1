import type { Actor } from '../../../shared/access/actor'
import { recordRoom } from '../../../shared/sync/room-name'
import type { RoundView } from '../../../shared/tools/votes/ballot-contract'
import { rounds } from '../../../shared/tools/votes/collections'
import { concerns } from '../../../shared/tools/votes/concern-collection'
import { takesAnswers } from '../../../shared/tools/votes/consent'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { verdictInWords } from '../../../shared/tools/votes/required-words'
import type { Round } from '../../../shared/tools/votes/schema'
import { standsOn } from '../../../shared/tools/votes/standing-answers'
import { agenda } from '../../../shared/workshop/collections'
import { orderedAgenda } from '../../../shared/workshop/selectors'
import { type OwnActs, ownActsSince } from '../../storage/own-acts'
import type { CaughtUp, ServerContext } from '../server-tool'
import { concernNews, concernsAsked } from './concerns-since'
import type { VotesService } from './service'

type Told = CaughtUp['changed'][number]
type Asked = CaughtUp['waits'][number]

/**
 * What happened to rounds while somebody was away, read from what everybody has in `record`, and which of them wait for an
 * answer of theirs, by what the server tells them of their own ballot; and concerns of theirs that somebody answered.
 */
export async function votesCatchUp(
  context: ServerContext,
  { readRound, textOf }: Readers,
  actor: Actor,
  sinceMs: number,
): Promise<CaughtUp> {
  const { all, raised, viewOf } = await context.readDoc(recordRoom(actor.workshopId), (record) => {
    const steps = orderedAgenda(agenda.all(record))
    return { all: rounds.all(record), raised: concerns.all(record), viewOf: (round: Round) => viewOfRound(round, steps) }
  })
  const own = await ownActsSince(context.db, actor, sinceMs)
  const changed: Told[] = []
  const waits: Asked[] = []
  for (const round of all) {
    const view = viewOf(round)
    const about = { subject: { collection: rounds.name, id: round.id }, title: round.question, ...(view ? { view } : {}) }
    const isOf = round.subject?.draftId
    const present = isTaking(round) && isOf !== undefined ? (await textOf(actor.workshopId, isOf))?.textHash : undefined
    const asked = isTaking(round) ? askedOf(await readRound(actor, round.id), round, present) : undefined
    if (asked) waits.push({ ...about, kind: asked, ...(round.untilMs === undefined ? {} : { untilMs: round.untilMs }) })
    const concernsOfIt = raised.filter(({ roundId }) => roundId === round.id)
    for (const wanted of concernsAsked(concernsOfIt, actor)) waits.push({ ...about, ...wanted })
    const news = [...newsOf(round, sinceMs, own), ...concernNews(concernsOfIt, { actor, own, sinceMs })]
    for (const each of news) changed.push({ ...about, ...each })
  }
  return { changed: changed.sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0)), waits }
}

function isTaking({ state }: Round): boolean {
  return state === 'open' || state === 'closing'
}

interface Readers extends Pick<VotesService, 'readRound'> {
  readonly textOf: (workshopId: string, draftId: string) => Promise<{ readonly textHash: string } | undefined>
}

/** What a person is asked in a round that takes answers; undefined when they have done their part, or it is not theirs. */
function askedOf({ me, marks = [] }: RoundView, round: Round, presentHash: string | undefined): string | undefined {
  // Deciding by consent asks only once it has come to its round of answers.
  if (!me.eligible || !takesAnswers(round)) return undefined
  const hasAnswered = isAgreement(round.method) ? me.answer !== undefined : me.done
  if (!hasAnswered) return isAgreement(round.method) ? 'check/answer' : me.version > 0 ? 'round/finish' : 'round/answer'
  return isAgreement(round.method) && !standsOn(me, presentHash, marks) ? 'check/renew' : undefined
}

type News = Pick<Told, 'kind' | 'atMs' | 'counts' | 'words'>

/**
 * What everybody may know of a round: that it opened, and once it is counted how many took part and what its rule came to.
 * Whoever opened or closed it knows that.
 */
function newsOf(round: Round, sinceMs: number, own: OwnActs): readonly News[] {
  const { state, openedAtMs, closedAtMs, result, final, turnout } = round
  if (final && final.atMs > sinceMs) {
    return [{ kind: 'round/final', atMs: final.atMs, counts: { voters: final.voters, eligible: final.eligible } }]
  }
  if (state === 'closed' && closedAtMs !== undefined && closedAtMs > sinceMs && !own.did('vote/closing', round.id)) {
    const words = result?.verdict && verdictInWords(round, result.verdict)
    const counts = { voters: result?.voters ?? turnout.done, eligible: turnout.eligible }
    return [{ kind: 'round/closed', atMs: closedAtMs, counts, ...(words === undefined ? {} : { words }) }]
  }
  if (isTaking(round) && openedAtMs !== undefined && openedAtMs > sinceMs && !own.did('vote/opened', round.id))
    return [{ kind: 'round/opened', atMs: openedAtMs }]
  return []
}

/** The step at which a round is answered: its own, that of its wording, else the first that decides. */
function viewOfRound({ stepId, subject }: Round, steps: ReturnType<typeof orderedAgenda>): string | undefined {
  const own = steps.find(({ id }) => id === stepId)
  const ofWording = subject && (steps.find((step) => step.subject?.id === subject.draftId) ?? steps.find(({ tool }) => tool === 'drafts'))
  return (own ?? ofWording ?? steps.find(({ tool }) => tool === 'votes'))?.id
}
