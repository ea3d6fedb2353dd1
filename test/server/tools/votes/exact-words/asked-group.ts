import { expect } from 'vitest'
import { rounds } from '../../../../../shared/tools/votes/collections'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { type AskedWording, askedWording } from '../../../../support/asked-wording'
import { type Answer, type Device, type OpenedWorkshop, type TestServer, until } from '../../../../support/server'
import { letIn, type Voter, type VoteUnderTest } from '../../../../support/votes'

/** On a busy machine. */
export const patienceMs = 20_000

/** A good answer by each method. */
export const good = { resonance: 'resonates', gradients: 1, fist: 5, consent: 'consent' } as const

/** Four people who are asked about the exact words of a vision. */
export class AskedGroup {
  readonly server: TestServer
  readonly workshop: OpenedWorkshop
  readonly voters: Voter[]
  readonly wording: AskedWording

  private constructor(server: TestServer, workshop: OpenedWorkshop, voters: Voter[], wording: AskedWording) {
    this.server = server
    this.workshop = workshop
    this.voters = voters
    this.wording = wording
  }

  static async open(server: TestServer): Promise<AskedGroup> {
    const workshop = await server.openWorkshop()
    const voters = await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan')
    return new AskedGroup(server, workshop, voters, await askedWording(workshop, 'One door for every learner.'))
  }

  at(path: string): string {
    return `/api/workshops/${this.workshop.workshopId}${path}`
  }

  textHash(): Promise<string> {
    return this.wording.textHash()
  }

  /** Lets the wording say this and nothing else; gives its hash. */
  write(text: string): Promise<string> {
    return this.wording.rewrite(text)
  }

  check(method: keyof typeof good = 'gradients', wish: Readonly<Record<string, unknown>> = {}): Promise<VoteUnderTest> {
    return this.wording.check({ question: 'Do you agree?', method, secret: false, ...wish })
  }

  voter(index: number): Voter {
    const found = this.voters[index]
    if (!found) throw new Error(`no voter ${index}`)
    return found
  }

  /** An answer on the text as it is. */
  async give(round: VoteUnderTest, index: number, answer: string | number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const given = await round.answer(this.voter(index), answer, { textHash: await this.textHash(), ...more })
    expect([given.status, given.body.code]).toEqual([200, undefined])
  }

  /** Says that a change left the sense as it was. */
  mark(round: VoteUnderTest, from: string, to: string, device: Device = this.workshop.host): Promise<Answer> {
    return device.post(`${round.path}/sense`, { from, to })
  }

  contest(round: VoteUnderTest, index: number, textHash: string): Promise<Answer> {
    return this.voter(index).post(`${round.path}/contest`, { textHash })
  }

  recorded(round: VoteUnderTest): Promise<Round | undefined> {
    return this.server.app.context.readDoc(`${this.workshop.workshopId}/record`, (doc) => rounds.get(doc, round.roundId))
  }

  async lapsedBecomes(round: VoteUnderTest, people: number): Promise<void> {
    await until(async () => ((await this.recorded(round))?.lapsed?.people ?? 0) === people, `${people} lapsed answers`, patienceMs)
  }

  /** Closes it. */
  async resultOf(round: VoteUnderTest): Promise<NonNullable<Round['result']>> {
    return (await round.closed()).body.result
  }
}
