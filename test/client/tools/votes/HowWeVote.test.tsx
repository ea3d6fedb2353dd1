// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../client/app/workshop-context'
import { HowWeVote } from '../../../../client/tools/votes/HowWeVote'
import { beginSetup, useSetup } from '../../../../client/tools/votes/use-setup'
import { participants } from '../../../../shared/workshop/collections'

afterEach(cleanup)

/** The terms of a new vote in a workshop with a host and this many who may vote. */
function show(voters: number, question = 'Which first?') {
  const record = new Y.Doc()
  const person = { organisation: '', colour: 1, joinedAtMs: 0 }
  participants.put(record, participants.schema.parse({ ...person, id: 'p_host', name: 'Rosa', role: 'host' }))
  for (let index = 0; index < voters; index += 1) {
    participants.put(record, participants.schema.parse({ ...person, id: `p_${index}`, name: `P${index}`, role: 'contributor' }))
  }
  const session: WorkshopSession = {
    actor: { workshopId: 'ws_1', id: 'p_host', role: 'host' },
    name: 'Rosa',
    record,
    awareness: new Awareness(record),
    board: new Y.Doc(),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('the terms open no document')
    },
  }
  render(
    <WorkshopContext value={session}>
      <Terms storageKey={`with-${voters}-${question.length}`} question={question} />
    </WorkshopContext>,
  )
}

function Terms({ storageKey, question }: { readonly storageKey: string; readonly question: string }) {
  const options = ['One', 'Two'].map((label) => ({ key: label, label, ticked: true }))
  const held = useSetup(storageKey, () => ({ ...beginSetup(question, undefined), options }))
  return <HowWeVote held={held} busy={false} onOpen={() => undefined} />
}

const warning = () => screen.queryByText(/gives no totals below 3 ballots/)?.textContent

describe('the terms of a vote', () => {
  it('[VOTES-33] warn before a secret vote with fewer than 3 voters, and say what to do', () => {
    show(2)
    expect(warning()).toBe(
      'Only 2 people can vote so far, and a secret vote gives no totals below 3 ballots. Wait until more have joined, let facilitators vote too or make it an open vote.',
    )
    fireEvent.click(screen.getByRole('radio', { name: /^Open/ }))
    expect(warning()).toBeUndefined()
    fireEvent.click(screen.getByRole('radio', { name: /^Secret/ }))
    expect(warning()).toBeDefined()
    fireEvent.click(screen.getByRole('switch', { name: 'Facilitators vote too' }))
    expect(warning()).toBeUndefined()
  })

  it('[VOTES-33] say nothing of it where 3 may vote', () => {
    show(3)
    expect(warning()).toBeUndefined()
    expect(screen.getByText(/^3 people get/)).toBeDefined()
  })

  it('open no vote while the question is longer than a question may be', () => {
    show(3, 'a'.repeat(201))
    expect(screen.getByText('Shorten the question first.')).toBeDefined()
    cleanup()
    show(3, 'a'.repeat(200))
    expect(screen.queryByText('Shorten the question first.')).toBeNull()
  })
})
