import type { Answer, Device, OpenedWorkshop } from './server'
import { until } from './server'

/** A voter's device. */
export type Voter = Device & { readonly participantId: string }

/** A round under test and the ways to reach it. */
export interface VoteUnderTest {
  readonly roundId: string
  /** Ids of the options, in order. */
  readonly options: readonly string[]
  readonly path: string
  open(): Promise<Answer>
  close(): Promise<Answer>
  /** Closes and waits until it is counted. */
  closed(): Promise<Answer>
  read(device?: Device): Promise<Answer>
  /** Casts dots by the place of the option: `cast(amara, [2, 0, 1])`. */
  cast(voter: Device, dots: readonly number[], more?: Record<string, unknown>): Promise<Answer>
  answer(voter: Device, answer: string | number, more?: Record<string, unknown>): Promise<Answer>
}

let keys = 0

/** Makes a round and opens it. */
export async function openVote(
  { host, workshopId }: Pick<OpenedWorkshop, 'host' | 'workshopId'>,
  wish: Record<string, unknown> = {},
  { opened = true }: { readonly opened?: boolean } = {},
): Promise<VoteUnderTest> {
  const body = {
    question: 'Which goals do we start?',
    method: 'dots',
    options: ['Intake', 'Council', 'Transport'].map((label) => ({ label })),
    dots: 5,
    maxPerOption: 3,
    secret: true,
    ...wish,
  }
  const made = await host.post(`/api/workshops/${workshopId}/rounds`, body)
  if (made.status !== 201) throw new Error(`the round was not made: ${JSON.stringify(made.body)}`)
  const { roundId, options } = made.body as { roundId: string; options: { id: string }[] }
  const path = `/api/workshops/${workshopId}/rounds/${roundId}`
  const vote: VoteUnderTest = {
    roundId,
    options: options.map(({ id }) => id),
    path,
    open: () => host.post(`${path}/open`),
    close: () => host.post(`${path}/close`),
    async closed() {
      await host.post(`${path}/close`)
      await until(async () => (await host.get(path)).body.state === 'closed', 'the count', 20_000)
      return host.get(path)
    },
    read: (device = host) => device.get(path),
    async cast(voter, dots, more = {}) {
      const allocation = Object.fromEntries(dots.map((count, index) => [options[index]?.id ?? `opt_none${index}`, count]))
      return voter.put(`${path}/ballot`, { idempotencyKey: `key${++keys}`, baseVersion: 0, allocation, ...more })
    },
    answer: (voter, answer, more = {}) => voter.put(`${path}/ballot`, { idempotencyKey: `key${++keys}`, baseVersion: 0, answer, ...more }),
  }
  if (opened) {
    const answer = await vote.open()
    if (answer.status !== 200) throw new Error(`the round was not opened: ${JSON.stringify(answer.body)}`)
  }
  return vote
}

/** Lets people in by name, in order. */
export async function letIn(workshop: OpenedWorkshop, ...names: readonly string[]): Promise<Voter[]> {
  const voters: Voter[] = []
  for (const name of names) voters.push(await workshop.join(name))
  return voters
}
