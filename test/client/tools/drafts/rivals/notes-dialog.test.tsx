// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { NotesDialog } from '../../../../../client/tools/drafts/rivals/NotesDialog'
import { ideaModes } from '../../../../../shared/tools/ideas/collections'
import { addIdeas } from '../../../../../shared/tools/ideas/commands'
import { agenda } from '../../../../../shared/workshop/collections'
import { checkSession, Inside } from '../../../../support/checks'

afterEach(cleanup)

describe('beginning a wording from notes', () => {
  it('[IDEAS-31] says how many notes are not revealed yet, also where there is none to choose', async () => {
    const session = checkSession('contributor')
    const dialog = () => (
      <Inside session={session}>
        <NotesDialog wish={{ kind: 'vision', title: 'Vision' }} onBegun={() => undefined} onClose={() => undefined} />
      </Inside>
    )
    ideaModes.put(session.record, { id: 'prompt_one', writing: 'private', anonymous: false, privateCount: 2 })
    // The tools' shared sides load once.
    await act(async () => void render(dialog()))
    expect(await screen.findByText('2 notes are not revealed yet and cannot be used.')).toBeDefined()
    expect(screen.getByText('There are no notes to choose from yet.')).toBeDefined()
    cleanup()
    agenda.put(session.record, { id: 'step_one', title: 'Ideas', minutes: 10, tool: 'ideas', prompt: 'What must be true?', order: 'a0' })
    addIdeas(session.board, session.actor, { promptId: 'prompt_one', nowMs: 1, notes: [{ text: 'One door', kind: 'idea' }] })
    await act(async () => void render(dialog()))
    expect(await screen.findByText('2 notes are not revealed yet and cannot be used.')).toBeDefined()
    expect(screen.getByText('One door')).toBeDefined()
  })
})
