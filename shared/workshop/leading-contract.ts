import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint'
import { limits } from '../sync/limits'
import { StepDraft, Title } from './fields'
import { Lock, StepId, Timer, toolIds } from './schema'

/** What facilitators steer: title, agenda, step, timer, locks. */
export const leadingContract = {
  changeTitle: defineEndpoint({
    method: 'PATCH',
    path: '/api/workshops/:id',
    summary: 'Change the title or the focus question',
    body: z.object({ title: Title.optional(), focusQuestion: z.string().trim().max(limits.titleLength).optional() }),
    result: z.object({}),
    status: 200,
  }),
  setStep: defineEndpoint({
    method: 'PUT',
    path: '/api/workshops/:id/step',
    summary: 'Make a step the current one',
    body: z.object({ stepId: StepId }),
    result: z.object({ stepId: StepId }),
    status: 200,
  }),
  addStep: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/steps',
    summary: 'Add a step to the agenda, after another or at the end',
    body: StepDraft.omit({ subjectKey: true }).extend({ after: StepId.nullable().optional() }),
    result: z.object({ stepId: StepId }),
    status: 201,
  }),
  editStep: defineEndpoint({
    method: 'PATCH',
    path: '/api/workshops/:id/steps/:stepId',
    summary: 'Change or move a step; `after: null` makes it the first',
    body: StepDraft.omit({ subjectKey: true, prompt: true })
      .partial()
      .extend({ prompt: z.string().trim().max(limits.titleLength).optional(), after: StepId.nullable().optional() }),
    result: z.object({}),
    status: 200,
  }),
  removeStep: defineEndpoint({
    method: 'DELETE',
    path: '/api/workshops/:id/steps/:stepId',
    summary: 'Take a step out of the agenda; what was written in it stays',
    result: z.object({}),
    status: 200,
  }),
  scripts: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/scripts',
    summary: 'What facilitators read to themselves, by step',
    result: z.object({ scripts: z.array(z.object({ stepId: StepId, notes: z.string() })) }),
    status: 200,
  }),
  setTimer: defineEndpoint({
    method: 'PUT',
    path: '/api/workshops/:id/timer',
    summary: 'Start, pause, resume, extend or clear the timer',
    body: z.discriminatedUnion('action', [
      z.object({ action: z.literal('start'), minutes: z.number().min(0.1).max(600) }),
      z.object({ action: z.literal('pause') }),
      z.object({ action: z.literal('resume') }),
      z.object({ action: z.literal('extend'), minutes: z.number().min(-60).max(60) }),
      z.object({ action: z.literal('clear') }),
    ]),
    result: z.object({ timer: Timer }),
    status: 200,
  }),
  setLock: defineEndpoint({
    method: 'PUT',
    path: '/api/workshops/:id/lock',
    summary: 'Lock or open everything one tool holds',
    body: z.object({ tool: z.enum(toolIds), locked: z.boolean() }),
    result: z.object({ tool: Lock.shape.id, locked: z.boolean() }),
    status: 200,
  }),
  restore: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/restore',
    summary: 'Bring the board and the open drafts back to a moment of the last days; adopted texts, results and the log stay',
    body: z.object({ toMs: z.number().int().min(1) }),
    result: z.object({ toMs: z.number().int(), documents: z.number().int() }),
    status: 200,
  }),
  summon: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/summon',
    summary: 'Bring everyone to a step, which becomes the current one',
    body: z.object({ stepId: StepId.optional() }),
    result: z.object({ number: z.number().int(), stepId: StepId }),
    status: 200,
  }),
} as const
