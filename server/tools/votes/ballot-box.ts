import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../../../shared/access/actor'
import { WorkshopError } from '../../../shared/http/problem'
import type { CastBallot } from '../../../shared/tools/votes/requests'
import type { Effects, ServerContext, Tx } from '../server-tool'
import { type CastNews, showCasts } from './cast-news'
import { type Cast, cast, type Taken } from './casting'
import type { PresentText } from './consenting'
import type { Closed } from './counting'

/** Casts of one transaction at most, so that no other act waits long for them. */
const mostTogether = 64

/** Casting goes on this long before whatever else has come is heard: a connection is let in only between turns. */
const turnMs = 4

/** A request that waits for its transaction. */
interface Waiting {
  readonly actor: Actor
  readonly roundId: string
  readonly request: CastBallot
  resolve(answer: Cast): void
  reject(cause: unknown): void
}

/** Takes a ballot; the promise settles once it is on disk or refused. */
export type BallotBox = (actor: Actor, roundId: string, request: CastBallot) => Promise<Cast>

/**
 * One box for each workshop. What one turn of the event loop brings goes together, and so does what comes while that is on
 * its way: they wait for the disk once and all screens hear of them once. Each is judged by itself and has its own answer.
 */
export function createBallotBox(
  context: ServerContext,
  presentTextIn: (actor: Actor) => PresentText,
  raise: (tx: Tx, news: readonly CastNews[]) => Promise<Closed>,
): BallotBox {
  const boxes = new Map<string, Waiting[]>()

  async function empty(workshopId: string, box: Waiting[]): Promise<void> {
    while (box.length > 0) {
      await setImmediate()
      const waiting = box.splice(0, mostTogether)
      try {
        const outcomes = await context.governed(workshopId, (tx) => castAll(tx, waiting))
        for (const [index, each] of waiting.entries()) settle(each, outcomes[index])
      } catch (cause) {
        for (const each of waiting) each.reject(cause)
      }
    }
    boxes.delete(workshopId)
  }

  async function castAll(tx: Tx, waiting: readonly Waiting[]): Promise<Effects<readonly Outcome[]>> {
    const outcomes: Outcome[] = []
    let turnBeganMs = performance.now()
    for (const { actor, roundId, request } of waiting) {
      if (performance.now() - turnBeganMs > turnMs) {
        await setImmediate()
        turnBeganMs = performance.now()
      }
      outcomes.push(await outcomeOf(cast(tx, actor, roundId, request, context.now(), presentTextIn(actor))))
    }
    const taken = outcomes.filter((outcome): outcome is Taken => !(outcome instanceof WorkshopError))
    const news = taken.flatMap((each) => each.news ?? [])
    const raised = await raise(tx, news)
    return {
      result: outcomes,
      writes: [...(await showCasts(tx, news)), ...raised.writes],
      ledger: [...taken.flatMap(({ entry }) => entry ?? []), ...raised.ledger],
    }
  }

  return (actor, roundId, request) =>
    new Promise((resolve, reject) => {
      const waiting = { actor, roundId, request, resolve, reject }
      const box = boxes.get(actor.workshopId)
      if (box) {
        box.push(waiting)
        return
      }
      const first = [waiting]
      boxes.set(actor.workshopId, first)
      void empty(actor.workshopId, first)
    })
}

type Outcome = Taken | WorkshopError

/** A refusal is an outcome like any other; a fault of the store ends the whole transaction. */
async function outcomeOf(casting: Promise<Taken>): Promise<Outcome> {
  try {
    return await casting
  } catch (cause) {
    if (cause instanceof WorkshopError) return cause
    throw cause
  }
}

function settle({ resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (outcome === undefined || outcome instanceof WorkshopError) reject(outcome)
  else resolve(outcome.answer)
}
