// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../../client/app/workshop-context'
import { HowWeVote } from '../../../../../client/tools/votes/setup/HowWeVote'
import { beginSetup } from '../../../../../client/tools/votes/setup/setup'
import { useSetup } from '../../../../../client/tools/votes/setup/use-setup'
import { methodLabels } from '../../../../../shared/tools/votes/methods'
import { participants } from '../../../../../shared/workshop/collections'

afterEach(cleanup)

/** The terms of a new vote in a workshop with a host and this many who may vote. */
function show(
  voters: number,
  question = 'Which first?',
  more: { readonly emptySeats?: readonly string[]; readonly follows?: string } = {},
) {
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
      <Terms storageKey={`setup-${++shown}`} question={question} {...more} />
    </WorkshopContext>,
  )
}

let shown = 0

interface TermsProps {
  readonly storageKey: string
  readonly question: string
  readonly emptySeats?: readonly string[]
  readonly follows?: string
}

function Terms({ storageKey, question, emptySeats = [], follows }: TermsProps) {
  const options = ['One', 'Two'].map((label) => ({ key: label, label, ticked: true }))
  const held = useSetup(storageKey, () => ({ ...beginSetup(question, undefined), options }))
  return (
    <HowWeVote
      held={held}
      emptySeats={emptySeats.map((words) => ({ words, partners: 1 }))}
      follows={follows}
      busy={false}
      onOpen={() => undefined}
    />
  )
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

  it('[VOTES-49] offer every method with when it fits, and only its own settings', () => {
    show(3)
    const choose = (method: keyof typeof methodLabels) =>
      fireEvent.click(screen.getByText(methodLabels[method], { selector: '.votes-radio b' }))
    const settings = () => ['Dots each', 'Ticks each', 'Quorum', 'Units each'].filter((label) => screen.queryAllByText(label).length > 0)
    expect(screen.getAllByText('The group shares out money, hours or seats.')).toHaveLength(1)
    expect(settings()).toEqual(['Dots each'])
    for (const [method, own] of [
      ['approval', ['Ticks each']],
      ['score', []],
      ['rank', []],
      ['majority', ['Quorum']],
      ['matrix', []],
      ['budget', ['Units each']],
      ['dots', ['Dots each']],
    ] as const) {
      choose(method)
      expect(settings(), method).toEqual(own)
    }
  })

  it('[VOTES-49] say in one sentence what everybody will do', () => {
    show(3)
    fireEvent.click(screen.getByText('Ranked choice', { selector: '.votes-radio b' }))
    expect(screen.getByText('3 people vote: rank from your first choice down.')).toBeTruthy()
    fireEvent.click(screen.getByText('Budget', { selector: '.votes-radio b' }))
    expect(screen.getByText('3 people get 100 units each.')).toBeTruthy()
  })

  it('[VOTES-52] say who may vote, who is not in the room, and what the vote follows', () => {
    const emptySeats = ['state adult basic education', 'local businesses', 'state human services', 'local adult education provider']
    show(2, 'Which first?', { emptySeats, follows: 'Linked to the earlier vote.' })
    expect(screen.getByText('2 people may vote')).toBeTruthy()
    expect(screen.getByText('P0, P1')).toBeTruthy()
    expect(screen.getByText('Not in the room: state adult basic education, local businesses and 2 others')).toBeTruthy()
    expect(screen.getByText('Linked to the earlier vote.')).toBeTruthy()
    fireEvent.click(screen.getByRole('switch', { name: /^Binding vote/ }))
    expect(screen.getByText('Nobody may vote yet.')).toBeTruthy()
  })

  it('[VOTES-52] say nothing of seats where there is nothing to say', () => {
    show(2)
    expect(screen.queryByText(/Not in the room/)).toBeNull()
  })
})
