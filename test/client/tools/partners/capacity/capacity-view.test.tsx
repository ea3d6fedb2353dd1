// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { CapacityView } from '../../../../../client/tools/partners/capacity/CapacityView'
import { learnings, meetings, skills } from '../../../../../shared/tools/partners/capacity/collections'
import { addPartner } from '../../../../../shared/tools/partners/commands'
import type { PartnerId } from '../../../../../shared/tools/partners/schema'
import { person } from '../../../../support/boards'
import { openedDoc, workshopSession } from '../../../../support/workshop-session'

let board: Y.Doc
let college: PartnerId
let hospital: PartnerId
beforeEach(() => {
  board = new Y.Doc()
  college = addPartner(board, person('rosa'), { name: 'Valley College', seats: [] })
  hospital = addPartner(board, person('rosa'), { name: 'Valley Hospital', sector: 'employers', seats: [] })
})
afterEach(cleanup)

function show(mayEdit = true): void {
  render(
    <WorkshopContext value={workshopSession({ board, openRoom: () => openedDoc(new Y.Doc()) })}>
      <CapacityView mayEdit={mayEdit} />
    </WorkshopContext>,
  )
}

const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }))

describe('capacity on the partners screen', () => {
  it('[PARTNERS-62] goes from a skill that is missing to a mentor with a day', async () => {
    show()
    press('Add skills')
    press('Add the skills')
    expect(screen.getByText('Choose or type a skill.')).toBeDefined()
    fireEvent.click(screen.getByLabelText('Reading labor market information'))
    press('Add the skills')
    expect(await screen.findByText(/Nobody has “Reading labor market information” yet/)).toBeDefined()
    press(/^Who has it/)
    fireEvent.change(screen.getByLabelText('How well Valley College has it'), { target: { value: '4' } })
    fireEvent.click(screen.getByLabelText('Valley Hospital needs it'))
    press('Done')
    expect(screen.getByText(/Valley Hospital needs “Reading labor market information”. Valley College can teach it/)).toBeDefined()
    press(/^Plan how to learn it/)
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByLabelText<HTMLSelectElement>('Partner that teaches or mentors').value).toBe(college)
    expect(dialog.getByLabelText<HTMLInputElement>('Valley Hospital').checked).toBe(true)
    fireEvent.change(dialog.getByLabelText('Day'), { target: { value: '2026-12-03' } })
    press('Plan it')
    const words = 'Mentoring pair on 3 December 2026, led by Valley College, for Valley Hospital.'
    expect(await screen.findByText(words)).toBeDefined()
    expect(learnings.all(board)).toMatchObject([{ mentorId: college, who: { [hospital]: true }, on: '2026-12-03' }])
  })

  it('[PARTNERS-65] plans no meeting without an objective, and says what one takes while it is written', async () => {
    show()
    press('Plan a meeting')
    fireEvent.change(screen.getByLabelText('Valley Hospital'), { target: { value: '2' } })
    expect(screen.getByText('60 minutes with 2 people: 2 person-hours, 2 of them employers’.')).toBeDefined()
    press('Plan the meeting')
    expect(screen.getByText(/A meeting without an objective is not planned/)).toBeDefined()
    expect(meetings.all(board)).toEqual([])
    fireEvent.change(screen.getByLabelText('Objective'), { target: { value: 'Agree on one intake form' } })
    press('Plan the meeting')
    expect(await screen.findByText('Agree on one intake form')).toBeDefined()
    expect(meetings.all(board)).toMatchObject([{ minutes: 60, invited: { [hospital]: 2 } }])
  })

  it('[PARTNERS-60] offers nothing to change to those who may only look', () => {
    skills.put(board, { id: 'skill_a', name: 'Data', neededBy: {}, heldBy: {}, order: 'a0', authorId: 'p_rosa' })
    show(false)
    expect(screen.getByText(/Nobody has “Data” yet/)).toBeDefined()
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})
