import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Actor } from '../../shared/access/actor'
import { recordRoom } from '../../shared/sync/room-name'
import { agenda, locks, workshops } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { problem } from '../../shared/workshop/problems'
import type { Timer, ToolId, Workshop } from '../../shared/workshop/schema'
import type { ServerContext } from '../tools/server-tool'
import { findPerson, freeJoinCode, touchJoinCode } from './ledger'
import { joinUrl } from './opening'

type TimerChange = z.output<typeof workshopContract.setTimer.body & {}>

const minuteMs = 60_000

/** Makes a step the current one; its timer starts afresh. */
export async function setStep(context: ServerContext, actor: Actor, stepId: string): Promise<{ stepId: string }> {
  await requireStep(context, actor, stepId)
  return context.governed(actor.workshopId, async (tx) => {
    await touchJoinCode(tx, actor.workshopId, context.now())
    return { result: { stepId }, writes: [recordWrite(actor, (doc) => goTo(doc, actor.workshopId, stepId))] }
  })
}

/** Asks everybody to come to a step, which becomes the current one. */
export async function summon(
  context: ServerContext,
  actor: Actor,
  wanted: string | undefined,
): Promise<{ number: number; stepId: string }> {
  const workshop = await readWorkshop(context, actor)
  const stepId = wanted ?? workshop.stepId
  await requireStep(context, actor, stepId)
  return context.governed(actor.workshopId, async (tx) => {
    const byName = await nameOf(tx, actor)
    // Read inside the queue, so that two facilitators who call at once count two summons.
    const number = ((await readWorkshop(context, actor)).summons?.number ?? 0) + 1
    const write = (doc: Y.Doc) => {
      goTo(doc, actor.workshopId, stepId)
      workshops.patch(doc, actor.workshopId, { summons: { number, stepId, byName } })
    }
    return { result: { number, stepId }, writes: [recordWrite(actor, write)] }
  })
}

/** Starts, pauses, resumes, extends or clears the timer. @throws WorkshopError `workshop/no-timer` */
export async function setTimer(context: ServerContext, actor: Actor, change: TimerChange): Promise<{ timer: Timer }> {
  return context.governed(actor.workshopId, async () => {
    const { timer: before } = await readWorkshop(context, actor)
    const timer = timerAfter(before, change, context.now())
    return { result: { timer }, writes: [recordWrite(actor, (doc) => workshops.patch(doc, actor.workshopId, { timer }))] }
  })
}

/**
 * The timer after a change. Extending one that ran over starts from now.
 *
 * @throws WorkshopError `workshop/no-timer` when there is nothing to pause, resume or extend
 */
export function timerAfter(timer: Timer, change: TimerChange, nowMs: number): Timer {
  if (change.action === 'clear') return { state: 'none' }
  if (change.action === 'start') {
    const totalMs = Math.round(change.minutes * minuteMs)
    return { state: 'running', endsAtMs: nowMs + totalMs, totalMs }
  }
  if (timer.state === 'none') throw problem('workshop/no-timer')
  if (change.action === 'pause') {
    if (timer.state === 'paused') return timer
    return { state: 'paused', remainingMs: Math.max(0, timer.endsAtMs - nowMs), totalMs: timer.totalMs }
  }
  if (change.action === 'resume') {
    if (timer.state === 'running') return timer
    return { state: 'running', endsAtMs: nowMs + timer.remainingMs, totalMs: timer.totalMs }
  }
  const byMs = Math.round(change.minutes * minuteMs)
  const totalMs = Math.max(0, timer.totalMs + byMs)
  if (timer.state === 'paused') return { state: 'paused', remainingMs: Math.max(0, timer.remainingMs + byMs), totalMs }
  return { state: 'running', endsAtMs: Math.max(nowMs, timer.endsAtMs) + byMs, totalMs }
}

/** Locks or opens everything that one tool holds; the documents' rights follow at once. */
export async function setLock(
  context: ServerContext,
  actor: Actor,
  tool: ToolId,
  locked: boolean,
): Promise<{ tool: ToolId; locked: boolean }> {
  return context.governed(actor.workshopId, async (tx) => {
    const lock = { id: tool, byName: await nameOf(tx, actor), atMs: context.now() }
    const write = (doc: Y.Doc) => {
      if (!locked) locks.remove(doc, tool)
      else if (!locks.get(doc, tool)) locks.put(doc, lock)
    }
    return {
      result: { tool, locked },
      writes: [recordWrite(actor, write)],
      ledger: [{ kind: locked ? 'tool/locked' : 'tool/opened', payload: { tool, by: actor.id } }],
    }
  })
}

/** Replaces the join code. */
export async function rotateCode(context: ServerContext, actor: Actor): Promise<{ joinCode: string; joinUrl: string }> {
  return context.governed(actor.workshopId, async (tx) => {
    const joinCode = await freeJoinCode(tx)
    await tx.updateTable('workshops').set({ join_code: joinCode }).where('id', '=', actor.workshopId).execute()
    await touchJoinCode(tx, actor.workshopId, context.now())
    const code = { joinCode, joinUrl: joinUrl(context.origin, joinCode) }
    return { result: code, writes: [recordWrite(actor, (doc) => workshops.patch(doc, actor.workshopId, code))] }
  })
}

/** Tells facilitators' pages that something which they fetch has changed. */
export function bumpRevision(doc: Y.Doc, workshopId: string): void {
  const workshop = workshops.get(doc, workshopId)
  if (workshop) workshops.patch(doc, workshopId, { revision: workshop.revision + 1 })
}

/** A write to the workshop's record. */
export function recordWrite({ workshopId }: Pick<Actor, 'workshopId'>, write: (doc: Y.Doc) => unknown) {
  return {
    room: recordRoom(workshopId),
    write(doc: Y.Doc) {
      write(doc)
    },
  }
}

/** The workshop's own record. */
export async function readWorkshop(context: ServerContext, actor: Actor): Promise<Workshop> {
  const workshop = await context.readDoc(recordRoom(actor.workshopId), (doc) => workshops.get(doc, actor.workshopId))
  if (!workshop) throw problem('request/not-found')
  return workshop
}

/** @throws WorkshopError `workshop/unknown-step` */
export async function requireStep(context: ServerContext, actor: Actor, stepId: string): Promise<void> {
  const step = await context.readDoc(recordRoom(actor.workshopId), (doc) => agenda.get(doc, stepId))
  if (!step) throw problem('workshop/unknown-step')
}

function goTo(doc: Y.Doc, workshopId: string, stepId: string): void {
  const moves = workshops.get(doc, workshopId)?.stepId !== stepId
  if (moves) workshops.patch(doc, workshopId, { stepId, timer: { state: 'none' } })
}

async function nameOf(tx: Parameters<typeof findPerson>[0], actor: Actor): Promise<string> {
  const person = await findPerson(tx, actor.workshopId, actor.id)
  if (!person) throw problem('request/not-found')
  return person.name
}
