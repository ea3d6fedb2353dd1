import { expect } from '@playwright/test'
import type { ApiPerson } from './api-person'

interface RecordedStep {
  readonly title: string
  readonly subject?: { readonly id: string }
}

/** The prompt that a step of this title is about. */
export async function promptOf(person: ApiPerson | undefined, title: string): Promise<string> {
  const record = await person?.open('record')
  const steps = Object.values(record?.getMap('agenda').toJSON() ?? {}) as RecordedStep[]
  return steps.find((step) => step.title === title)?.subject?.id ?? ''
}

interface RecordedRound {
  readonly id: string
  readonly state: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly subject?: { readonly draftId: string; readonly textHash: string }
}

async function openRound(person: ApiPerson | undefined): Promise<RecordedRound> {
  const record = await person?.open('record')
  const rounds = Object.values(record?.getMap('rounds').toJSON() ?? {}) as RecordedRound[]
  const round = rounds.find(({ state }) => state === 'open')
  if (!round) throw new Error('no round is open')
  return round
}

/** Everybody places two dots on Paid to learn and one on Wraparound; one tries three first. Returns their receipts. */
export async function castAll(people: readonly ApiPerson[]): Promise<readonly string[]> {
  const { id, options } = await openRound(people[0])
  const idOf = (label: string) => String(options.find((option) => option.label === label)?.id)
  const receipts: string[] = []
  const cast = (person: ApiPerson, count: number) =>
    person.workshop('PUT', `/rounds/${id}/ballot`, {
      idempotencyKey: `${person.participantId}-${count}`,
      baseVersion: 0,
      allocation: { [idOf('Paid to learn')]: count, [idOf('Wraparound')]: 1 },
      done: true,
    })
  for (const person of people) {
    if (receipts.length === 0) expect(await cast(person, 3)).toMatchObject({ status: 422, body: { code: 'vote/over-cap' } })
    const { status, body } = await cast(person, 2)
    expect(status, JSON.stringify(body)).toBe(200)
    receipts.push(String(body.receipt))
  }
  return receipts
}

/** Everybody finds that the words resonate. */
export async function answerAll(people: readonly ApiPerson[]): Promise<{ readonly draftId: string; readonly textHash: string }> {
  const { id, subject } = await openRound(people[0])
  for (const person of people) {
    const ballot = { idempotencyKey: person.participantId, baseVersion: 0, answer: 'resonates', textHash: subject?.textHash, done: true }
    const { status, body } = await person.workshop('PUT', `/rounds/${id}/ballot`, ballot)
    expect(status, JSON.stringify(body)).toBe(200)
  }
  if (!subject) throw new Error('the check has no subject')
  return subject
}
