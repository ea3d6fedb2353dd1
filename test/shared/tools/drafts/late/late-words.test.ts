import { describe, expect, it } from 'vitest'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { latePlace, stepOfDraft } from '../../../../../shared/tools/drafts/late/late-words'
import type { Statement } from '../../../../../shared/tools/drafts/schema'
import type { AgendaStep } from '../../../../../shared/workshop/schema'

const adopted = { text: 'A', blocksJson: '[]', textHash: 'a'.repeat(64), atMs: 1, byName: 'Rosa' }

function statement(id: string, over: Record<string, unknown> = {}): Statement {
  const common = { kind: 'vision', title: 'Vision', version: 1, order: 'a1', createdBy: 'p_aaaaaaaa', createdAtMs: 1, state: 'open' }
  return drafts.schema.parse({ ...common, id, ...over })
}

describe('where late words can stand', () => {
  const first = statement('draft_first', { state: 'locked', lockedByName: 'Rosa' })
  const rival = statement('draft_rival', { rivalOf: 'draft_first' })

  it('[DRAFTS-122] beside the draft itself while it is open or locked, whichever of its wordings they were written in', () => {
    for (const id of ['draft_first', 'draft_rival']) {
      expect(latePlace([first, rival], id)).toMatchObject({ state: 'beside', draft: { id: 'draft_first' } })
    }
  })

  it('[DRAFTS-122] beside the new version, once the wording or its rival was adopted and a new version is open', () => {
    const aside = statement('draft_first', { state: 'retired' })
    const inForce = statement('draft_rival', { rivalOf: 'draft_first', state: 'adopted', adopted })
    const next = statement('draft_next', { revises: 'draft_rival', version: 2 })
    for (const id of ['draft_first', 'draft_rival']) {
      expect(latePlace([aside, inForce, next], id)).toMatchObject({ state: 'beside', draft: { id: 'draft_next' } })
      expect(latePlace([aside, inForce], id)).toEqual({ state: 'adopted' })
    }
  })

  it('[DRAFTS-123] nowhere while all of it is set aside, and nowhere for a wording that is not there', () => {
    expect(latePlace([statement('draft_first', { state: 'retired' })], 'draft_first')).toEqual({ state: 'set-aside' })
    expect(latePlace([], 'draft_first')).toBeUndefined()
  })

  it('finds the step of a wording: its own, else the first that writes', () => {
    const step = (id: string, order: string, subjectId?: string): AgendaStep => ({
      id: `step_${id}`,
      title: id,
      minutes: 5,
      tool: 'drafts',
      order,
      ...(subjectId ? { subject: { collection: 'drafts', id: subjectId } } : {}),
    })
    const steps = [step('own', 'a2', 'draft_first'), step('earlier', 'a1')]
    expect(stepOfDraft(steps, [first, rival], 'draft_rival')?.id).toBe('step_own')
    expect(stepOfDraft(steps, [statement('draft_other')], 'draft_other')?.id).toBe('step_earlier')
    expect(stepOfDraft([], [first], 'draft_first')).toBeUndefined()
  })
})
