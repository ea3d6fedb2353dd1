import type { Context } from 'hono'
import type { Actor } from '../../shared/access/actor'
import { recordRoom } from '../../shared/sync/room-name'
import { workshops } from '../../shared/workshop/collections'
import { workshopContract as contract } from '../../shared/workshop/contract'
import { can, type WorkshopAction } from '../../shared/workshop/permissions'
import { problem } from '../../shared/workshop/problems'
import type { ApiApp } from '../http/api'
import type { ServerContext } from '../tools/server-tool'
import { addStep, editStep, readScripts, removeStep } from './agenda-editing'
import { setDoor } from './door'
import { listInvites, makeInvite, reissueInvite, revokeInvite } from './invites'
import { listLinks, makeLink, revokeLink } from './inviting'
import { joinWorkshop } from './joining'
import { answerKnocks, listKnocks } from './knocking'
import { readWorkshop, rotateCode, setLock, setStep, setTimer, summon } from './leading'
import { lookUpCode, readLobby } from './lobby'
import { mergePeople } from './merging'
import { openWorkshop } from './opening'
import { changeParticipant, handOver } from './people'
import { type DueTellers, type RightIn, readWorkshopFor, seatsOf } from './reading'
import { restoreTo } from './restoring'
import { comeBack, leaveWorkshop, renewReturnLink } from './seat'

/** What the routes ask of cookies, addresses and limits. */
export interface DevicePorts {
  /** The device token of a request. */
  tokenOf(http: Context): string | undefined
  /** The device token, made and set as a cookie when there is none; renewed when there is. */
  giveToken(http: Context): string
  /** Counts a wrong code, key or passphrase against the address. @throws WorkshopError `request/too-many` */
  guarded<T>(http: Context, attempt: () => Promise<T>): Promise<T>
  /** The same for what people choose themselves: each attempt waits until the one before was counted. */
  guardedInTurn<T>(http: Context, attempt: () => Promise<T>): Promise<T>
  /** Somebody came in from this address: a room shares one, so from now on it is slowed, not blocked. */
  admitted(http: Context): void
  /** @throws WorkshopError `request/too-many`, `workshop/create-key` */
  admitCreation(http: Context, createKey: string | undefined): Promise<void>
}

/** The kernel's own endpoints. */
export function workshopRoutes(context: ServerContext, devices: DevicePorts, rightIn: RightIn, tools: DueTellers): (app: ApiApp) => void {
  return (app) => {
    entrance(app, context, devices, tools)
    app.member(contract.read, ({ actor }) => readWorkshopFor(context, rightIn, actor))
    leading(app, context, rightIn)
    people(app, context, devices)
    door(app, context)
  }
}

function entrance(app: ApiApp, context: ServerContext, devices: DevicePorts, tools: DueTellers): void {
  app.open(contract.create, async ({ body, http }) => {
    await devices.admitCreation(http, body.createKey)
    return openWorkshop(context, body, devices.giveToken(http))
  })
  app.open(contract.seats, ({ http }) => seatsOf(context, tools, devices.tokenOf(http)))
  app.open(contract.lookUp, ({ body, http }) => devices.guarded(http, () => lookUpCode(context, body.code)))
  app.open(contract.lobby, ({ params, body, http }) =>
    devices.guarded(http, () => readLobby(context, params.id ?? '', body, devices.tokenOf(http))),
  )
  app.open(contract.join, async ({ params, body, http }) => {
    const join = () => joinWorkshop(context, params.id ?? '', body, devices.giveToken(http))
    const answer = await (body.passphrase === undefined ? devices.guarded(http, join) : devices.guardedInTurn(http, join))
    if ('waiting' in answer) http.status(202)
    else devices.admitted(http)
    return answer
  })
  app.open(contract.session, async ({ params, body, http }) => {
    const seat = await devices.guarded(http, () => comeBack(context, params.id ?? '', body.key, devices.giveToken(http)))
    devices.admitted(http)
    return seat
  })
}

function leading(app: ApiApp, context: ServerContext, rightIn: RightIn): void {
  app.member(contract.setStep, ({ actor, body }) => allowed(actor, 'workshop/set-step', () => setStep(context, actor, body.stepId)))
  app.member(contract.summon, ({ actor, body }) => allowed(actor, 'workshop/summon', () => summon(context, actor, body.stepId)))
  app.member(contract.setTimer, ({ actor, body }) => allowed(actor, 'workshop/set-timer', () => setTimer(context, actor, body)))
  app.member(contract.setLock, ({ actor, body }) => allowed(actor, 'workshop/lock', () => setLock(context, actor, body.tool, body.locked)))
  app.member(contract.restore, ({ actor, body }) => allowed(actor, 'workshop/restore', () => restoreTo(context, rightIn, actor, body.toMs)))
  app.member(contract.scripts, ({ actor }) => allowed(actor, 'workshop/read-scripts', () => readScripts(context, actor)))
  app.member(contract.addStep, ({ actor, body }) => allowed(actor, 'workshop/edit-agenda', () => addStep(context, actor, body)))
  app.member(contract.editStep, ({ actor, params, body }) =>
    allowed(actor, 'workshop/edit-agenda', () => done(editStep(context, actor, params.stepId ?? '', body))),
  )
  app.member(contract.removeStep, ({ actor, params }) =>
    allowed(actor, 'workshop/edit-agenda', () => done(removeStep(context, actor, params.stepId ?? ''))),
  )
  app.member(contract.changeTitle, ({ actor, body }) =>
    allowed(actor, 'workshop/edit-agenda', () => done(changeTitle(context, actor, body))),
  )
}

function people(app: ApiApp, context: ServerContext, devices: DevicePorts): void {
  app.member(contract.links, ({ actor }) => allowed(actor, 'workshop/invite', () => listLinks(context, actor)))
  app.member(contract.makeLink, ({ actor, body }) => allowed(actor, 'workshop/invite', () => makeLink(context, actor, body)))
  app.member(contract.revokeLink, ({ actor, body }) =>
    allowed(actor, 'workshop/invite', () => done(revokeLink(context, actor, body.linkId))),
  )
  app.member(contract.rotateCode, ({ actor }) => allowed(actor, 'workshop/invite', () => rotateCode(context, actor)))
  app.member(contract.changeParticipant, ({ actor, params, body }) => changeParticipant(context, actor, params.pid ?? '', body))
  app.member(contract.mergePeople, ({ actor, params, body }) =>
    allowed(actor, 'workshop/merge-people', () => mergePeople(context, actor, params.pid ?? '', body.into)),
  )
  app.member(contract.handOver, ({ actor, body }) =>
    allowed(actor, 'workshop/hand-over', () => handOver(context, actor, body.participantId)),
  )
  app.member(contract.returnLink, ({ actor }) => renewReturnLink(context, actor))
  app.member(contract.leave, ({ actor, http }) => done(leaveWorkshop(context, actor, devices.tokenOf(http) ?? '')))
}

function door(app: ApiApp, context: ServerContext): void {
  app.member(contract.setDoor, ({ actor, body }) => allowed(actor, 'workshop/set-door', () => setDoor(context, actor, body)))
  app.member(contract.knocks, ({ actor }) => allowed(actor, 'workshop/admit', () => listKnocks(context, actor)))
  app.member(contract.answerKnocks, ({ actor, body }) => allowed(actor, 'workshop/admit', () => answerKnocks(context, actor, body)))
  app.member(contract.invites, ({ actor }) => allowed(actor, 'workshop/invite', () => listInvites(context, actor)))
  app.member(contract.makeInvite, ({ actor, body }) => allowed(actor, 'workshop/invite', () => makeInvite(context, actor, body)))
  app.member(contract.reissueInvite, ({ actor, params }) =>
    allowed(actor, 'workshop/invite', () => reissueInvite(context, actor, params.inviteId ?? '')),
  )
  app.member(contract.revokeInvite, ({ actor, params }) =>
    allowed(actor, 'workshop/invite', () => done(revokeInvite(context, actor, params.inviteId ?? ''))),
  )
}

/** Runs an act that the permission table allows; otherwise answers as if there were nothing. */
function allowed<T>(actor: Actor, action: WorkshopAction, act: () => Promise<T>): Promise<T> {
  if (!can(actor, action)) throw problem('request/not-found')
  return act()
}

async function done(act: Promise<void>): Promise<Record<string, never>> {
  await act
  return {}
}

async function changeTitle(
  context: ServerContext,
  actor: Actor,
  { title, focusQuestion }: { readonly title?: string | undefined; readonly focusQuestion?: string | undefined },
): Promise<void> {
  await context.governed(actor.workshopId, async (tx) => {
    const workshop = title === undefined ? undefined : await readWorkshop(context, actor)
    if (workshop?.openedAs !== undefined) throw problem('workshop/named', { name: workshop.title })
    if (title !== undefined) await tx.updateTable('workshops').set({ title }).where('id', '=', actor.workshopId).execute()
    const change = {
      ...(title === undefined ? {} : { title }),
      ...(focusQuestion === undefined ? {} : { focusQuestion: focusQuestion || undefined }),
    }
    return {
      result: undefined,
      writes: [{ room: recordRoom(actor.workshopId), write: (doc) => void workshops.patch(doc, actor.workshopId, change) }],
    }
  })
}
