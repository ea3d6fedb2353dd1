import { z } from 'zod'
import type { BodyOf } from '../../../../shared/http/endpoint'
import type { EmptySeat } from '../../../../shared/tools/tool'
import type { contract } from '../../../../shared/tools/votes/contract'
import { choosingMethods } from '../../../../shared/tools/votes/method-guide'
import { methodLabels } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { mostInRunOff } from '../results/run-off'
import { meaningLabels } from '../words'
import { rowsOf, SetupOption, type SetupOptions } from './setup-options'

/** A vote being prepared. */
export const Setup = z.object({
  question: z.string(),
  options: z.array(SetupOption),
  method: z.enum(choosingMethods),
  /** Dots each; absent: follow the suggestion. */
  dots: z.number().int().optional(),
  maxPerOption: z.number().int(),
  /** Approvals each; 0 for as many as one likes. */
  approvals: z.number().int(),
  /** Units of a budget each. */
  units: z.number().int(),
  /** Most units on one option; 0 for no such limit. */
  unitsOnOne: z.number().int(),
  threshold: z.enum(['more-than-half', 'two-thirds', 'three-quarters']),
  /** Per cent of those who may vote. */
  quorum: z.number().int(),
  oneVotePer: z.enum(['person', 'organisation']),
  meaning: z.string(),
  secret: z.boolean(),
  binding: z.boolean(),
  facilitatorsVote: z.boolean(),
  /** Empty seats that the result waits for, in words. */
  awaits: z.array(z.string()).default([]),
  /** Minutes on the step's timer; 0 leaves the timer alone. */
  minutes: z.number().int(),
  /** Groups of near-identical options that are to stay apart, as the keys of their rows. */
  apart: z.array(z.string()),
})
export type Setup = z.infer<typeof Setup>

/** What putting a dot on an option may say. The question alone does not tell agreeing from wanting to talk. Source: MISSION E17. */
export const meanings = ['Most important to us', 'Most important to discuss first', 'I agree with this'] as const

const usual: Omit<Setup, 'question'> = {
  options: [],
  method: 'dots',
  maxPerOption: 2,
  approvals: 0,
  units: 100,
  unitsOnOne: 0,
  threshold: 'more-than-half',
  quorum: 50,
  oneVotePer: 'person',
  meaning: meanings[0],
  secret: true,
  binding: false,
  facilitatorsVote: false,
  awaits: [],
  minutes: 0,
  apart: [],
}

/**
 * A new vote, or an earlier one again.
 *
 * @param stepTitle a step that is called after a way of voting begins with it
 */
export function beginSetup(question: string, from: Round | undefined, stepTitle = ''): Setup {
  if (!from) return { ...usual, question, ...withMethod(usual, methodIn(stepTitle)) }
  const { method, dots, maxPerOption, rule, meaning = '', secret, binding = false, facilitatorsVote } = from
  return {
    ...usual,
    question: from.question,
    options: [...rowsOf(from)],
    method: choosingMethods.find((each) => each === method) ?? 'dots',
    ...(method === 'dots' ? { dots, maxPerOption } : {}),
    ...(method === 'approval' && dots < from.options.length ? { approvals: dots } : {}),
    ...(method === 'budget' ? { units: dots, unitsOnOne: maxPerOption < dots ? maxPerOption : 0 } : {}),
    threshold: rule.threshold ?? usual.threshold,
    quorum: Math.round((rule.quorum ?? usual.quorum / 100) * 100),
    oneVotePer: rule.oneVotePer ?? 'person',
    meaning,
    secret,
    binding,
    facilitatorsVote,
  }
}

/** Another method, with a meaning that suits it: the suggested ones are about dots and ticks. */
export function withMethod({ meaning }: Pick<Setup, 'meaning'>, method: Setup['method']): Partial<Setup> {
  const isSuggested = meaning === '' || meanings.some((each) => each === meaning)
  return { method, ...(isSuggested ? { meaning: method === 'dots' ? meanings[0] : '' } : {}) }
}

function methodIn(title: string): Setup['method'] {
  const words = title.toLowerCase()
  return choosingMethods.find((method) => words.includes(methodLabels[method].toLowerCase())) ?? usual.method
}

/** How a vote on these options follows an earlier one: as its run-off, again, or, with other options, not at all. */
export function followsAs(from: Round, ticked: SetupOptions): 'run-off' | 'again' | undefined {
  const { options, result } = from
  const isExactly = (ids: readonly string[]) =>
    ids.length === ticked.length && options.every(({ id, label }) => ids.includes(id) === ticked.some((row) => isSame(row.label, label)))
  const tied = (result?.options ?? []).filter(({ tied: is, people }) => is && people > 0)
  const ties = tied.map(({ rank }) => tied.filter((option) => option.rank === rank).map(({ id }) => id))
  if (ties.some((ids) => ids.length <= mostInRunOff && isExactly(ids))) return 'run-off'
  return isExactly(options.map(({ id }) => id)) ? 'again' : undefined
}

/** What is frozen of a vote that has been prepared, as it is asked for. */
export function roundOf(setup: Setup, budget: Budget, ticked: SetupOptions, from: Round | undefined): BodyOf<typeof contract.createRound> {
  const { question, method, meaning, secret, binding, facilitatorsVote } = setup
  const as = from && followsAs(from, ticked)
  return {
    question,
    method,
    options: ticked.map(({ label, detail, ref }) => ({ label, ...(detail ? { detail } : {}), ...(ref ? { ref } : {}) })),
    ...ofMethod(setup, budget, ticked.length),
    ...(meaning.trim() && meaningLabels[method] ? { meaning: meaning.trim() } : {}),
    secret,
    binding,
    facilitatorsVote,
    ...(from && as ? { after: { roundId: from.id, as } } : {}),
  }
}

/** The seats that the result waits for: those that were ticked and that are still empty. */
export function awaitedSeats({ awaits }: Pick<Setup, 'awaits'>, emptySeats: readonly EmptySeat[]): readonly string[] {
  return emptySeats.map(({ words }) => words).filter((seat) => awaits.includes(seat))
}

/** Dots each, and at most so many on one option. */
export interface Budget {
  readonly dots: number
  readonly maxPerOption: number
}

/** Only what the method has. */
function ofMethod(
  setup: Setup,
  budget: Budget,
  options: number,
): Pick<BodyOf<typeof contract.createRound>, 'dots' | 'maxPerOption' | 'rule'> {
  switch (setup.method) {
    case 'dots':
      return { dots: budget.dots, maxPerOption: budget.maxPerOption }
    case 'approval':
      return setup.approvals > 0 && setup.approvals < options ? { dots: setup.approvals } : {}
    case 'budget':
      return { dots: setup.units, ...(setup.unitsOnOne > 0 ? { maxPerOption: Math.min(setup.unitsOnOne, setup.units) } : {}) }
    case 'majority': {
      const { threshold, quorum, oneVotePer } = setup
      return { rule: { threshold, quorum: quorum / 100, ...(oneVotePer === 'organisation' ? { oneVotePer } : {}) } }
    }
    default:
      return {}
  }
}

function isSame(a: string, b: string): boolean {
  return a.trim().normalize('NFC').toLowerCase() === b.trim().normalize('NFC').toLowerCase()
}
