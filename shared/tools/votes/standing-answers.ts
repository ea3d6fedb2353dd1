import type { Lapsed, NamedAnswer, Round, SenseMark } from './schema'

/** As much of an answer as says which texts it stands on. */
export interface GivenAnswer {
  readonly binding?: NamedAnswer['binding'] | undefined
  readonly textHash?: string | undefined
  /** Texts of which its author says that they change the sense. */
  readonly contested?: readonly string[] | undefined
}

/** How an answer stands towards a text: given on it, on any in its spirit, carried over to it by marks, or no more. */
export type AnswerStanding = 'given' | 'spirit' | 'carried' | 'lapsed'

type Marks = readonly Pick<SenseMark, 'from' | 'to'>[]

/**
 * How an answer stands towards a text. It is carried over where a chain of marks "no change of sense" leads from the text it
 * was given on to this one and its author contested none of the texts on the way; an edit that is undone brings it back.
 *
 * @param textHash the text asked about; undefined for checks about no wording, where every answer stands
 */
export function standingOf(
  { binding, textHash: givenOn, contested }: GivenAnswer,
  textHash: string | undefined,
  marks: Marks,
): AnswerStanding {
  if (textHash === undefined || givenOn === textHash) return 'given'
  if (binding === 'spirit') return 'spirit'
  return givenOn !== undefined && isCarried(givenOn, textHash, marks, contested) ? 'carried' : 'lapsed'
}

/** Whether an answer counts on a text. */
export function standsOn(answer: GivenAnswer, textHash: string | undefined, marks: Marks): boolean {
  return standingOf(answer, textHash, marks) !== 'lapsed'
}

/** Texts whose changes are offered to be marked, at most. */
const mostTexts = 8

/** What is said of the answers that have lapsed: how many, and on which texts, most of them first; undefined while all stand. */
export function lapsedAmong(answers: readonly GivenAnswer[], textHash: string | undefined, marks: Marks): Lapsed | undefined {
  const lapsed = answers.filter((answer) => !standsOn(answer, textHash, marks))
  if (lapsed.length === 0) return undefined
  const people = new Map<string, number>()
  for (const { textHash: givenOn = '' } of lapsed) people.set(givenOn, (people.get(givenOn) ?? 0) + 1)
  const texts = [...people].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1)).flatMap(([text]) => text || [])
  return { people: lapsed.length, texts: texts.slice(0, mostTexts) }
}

/** Answers of a resonance check that stand on this text, and those that have lapsed. */
export function answersOn(
  { answers = {}, marks = [] }: Pick<Round, 'answers' | 'marks'>,
  textHash: string,
): { readonly current: readonly NamedAnswer[]; readonly earlier: readonly NamedAnswer[] } {
  const all = Object.values(answers).sort((a, b) => (a.participantId < b.participantId ? -1 : 1))
  return {
    current: all.filter((answer) => standsOn(answer, textHash, marks)),
    earlier: all.filter((answer) => !standsOn(answer, textHash, marks)),
  }
}

function isCarried(from: string, to: string, marks: Marks, contested: readonly string[] = []): boolean {
  const reached = new Set([from])
  // Grows while it is walked: every text reached leads on.
  for (const text of reached) {
    for (const mark of marks) if (mark.from === text && !contested.includes(mark.to)) reached.add(mark.to)
  }
  return reached.has(to)
}
