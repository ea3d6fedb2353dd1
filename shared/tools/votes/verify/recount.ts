import { canonicalJson } from '../../../doc/canonical-json'
import { plural } from '../../../doc/words'
import { agreementVerdict, answerProblem, countAnswers, headingOf } from '../agreement'
import { allocationProblem } from '../allocation'
import { majorityVerdict } from '../majority'
import { type AgreementMethod, type AllocationMethod, type Answer, isAgreement } from '../methods'
import { agreesWith } from '../required'
import type { RoundExport } from '../round-export'
import type { OptionResult } from '../schema'
import { splitVotes } from '../split'
import { tally } from '../tally'
import { type Check, checkOf, notPossible } from './check'

const title = 'The count'

/** Counts the ballots again, with the functions that counted them at the close, and compares every number that they give. */
export function checkCount(file: RoundExport): Check {
  const { ballots, result, terms } = file
  if (result.withheld) return notPossible(title, 'Fewer than 3 people voted in this secret vote, so there are no totals to count again.')
  if (terms.secret && !result.published) {
    return notPossible(title, 'Fewer than 5 people voted in this secret vote, so the ballots behind its totals are not published.')
  }
  const { method } = terms
  const faults = isAgreement(method) ? answerFaults(file, method) : allocationFaults(file, method)
  const count = ballots.filter(({ lapsed }) => !lapsed).length
  return checkOf(title, faults, `${plural(count, 'ballot')} counted again give${count === 1 ? 's' : ''} this result.`)
}

function allocationFaults({ ballots, result, terms, turnout }: RoundExport, method: AllocationMethod): string[] {
  const faults = ballots.flatMap(({ receipt, choice }) => {
    const refusal = choice.allocation ? allocationProblem({ ...terms, method }, choice.allocation) : undefined
    return !choice.allocation || refusal
      ? [`Ballot ${receipt} could not have been cast in this vote. ${refusal?.message ?? ''}`.trim()]
      : []
  })
  const placed = ballots.map(({ choice: { allocation = {} } }) => ({ allocation }))
  const counted = tally(method, terms.options, placed)
  const shown = new Map<string, OptionResult>((result.options ?? []).map((option) => [option.id, option]))
  // Organisations' votes rank the options, and the ballots do not say whose they are.
  const byPeople = terms.rule.oneVotePer !== 'organisation'
  faults.push(...counted.options.flatMap((option) => optionFaults(labelOf(terms, option.id), shown.get(option.id), option, byPeople)))
  if (shown.size !== terms.options.length || result.options?.length !== terms.options.length) {
    faults.push('The result does not have the options of the vote, each once.')
  }
  if (
    byPeople &&
    !isEqual(
      result.options?.map(({ id }) => id),
      counted.options.map(({ id }) => id),
    )
  ) {
    faults.push('The options of the result stand in another order.')
  }
  if (byPeople && !isEqual(result.split ?? [], splitVotes(method, terms.options, terms.maxPerOption, placed, counted.options))) {
    faults.push('The near-identical options come out differently.')
  }
  if (!isEqual(result.counts, counted.counts)) faults.push('The counts of the ranked choice come out differently.')
  if (method === 'majority' && byPeople && !isEqual(result.verdict, majorityVerdict(terms, counted, ballots.length, turnout.eligible))) {
    faults.push('The verdict comes out differently.')
  }
  return faults
}

function optionFaults(label: string, shown: OptionResult | undefined, counted: OptionResult, byPeople: boolean): string[] {
  if (!shown) return [`“${label}” is not in the result.`]
  const faults: string[] = []
  const differ = (what: string, inResult: unknown, byBallots: unknown) => {
    if (!isEqual(inResult, byBallots))
      faults.push(`“${label}”: the result says ${what} ${inWords(inResult)}, the ballots give ${inWords(byBallots)}.`)
  }
  differ('count', shown.dots, counted.dots)
  differ('people', shown.people, counted.people)
  differ('mean', shown.mean, counted.mean)
  differ('mean effort', shown.meanEffort, counted.meanEffort)
  differ('spread', shown.spread, counted.spread)
  differ('far apart', shown.polarised, counted.polarised)
  if (byPeople) differ('rank', shown.rank, counted.rank)
  if (byPeople) differ('tie', shown.tied, counted.tied)
  return faults
}

function answerFaults(file: RoundExport, method: AgreementMethod): string[] {
  const { result, terms, turnout } = file
  const ballots = file.ballots.filter(({ lapsed }) => !lapsed)
  const answers = ballots.flatMap(({ choice: { answer } }): Answer[] => (answer === undefined ? [] : [answer]))
  const faults = ballots.flatMap(({ receipt, choice: { answer } }) =>
    answer === undefined || answerProblem(method, answer) ? [`Ballot ${receipt} could not have been cast in this check.`] : [],
  )
  const shown = new Map((result.levels ?? []).map((level) => [level.answer, level.people]))
  for (const { answer, people } of countAnswers(
    method,
    answers.map((each) => ({ answer: each })),
  )) {
    if (shown.get(answer) === people) continue
    faults.push(`“${headingOf(method, answer)}”: the result says ${inWords(shown.get(answer))}, the ballots give ${people}.`)
  }
  const { required, ...verdict } = result.verdict ?? {}
  const all = agreementVerdict(method, terms.rule, turnout.eligible, answers)
  const passed = all.passed && (required ?? []).every(({ state }) => state === 'holds')
  if (!isEqual(verdict, { ...all, passed })) faults.push('The verdict comes out differently.')
  return [...faults, ...requiredFaults(file, method)]
}

/** Those who must agree are those of the rule, and stand as what the result says of them by group lets them stand. */
function requiredFaults({ result, terms }: RoundExport, method: AgreementMethod): string[] {
  const wanted = terms.rule.required ?? []
  const shown = result.verdict?.required ?? []
  if (
    !isEqual(
      shown.map(({ by, name }) => ({ by, name })),
      wanted,
    )
  )
    return ['Those who must agree are not those of the rule.']
  return shown.flatMap((standing) =>
    agreesWith(method, terms.rule, standing, result.breakdowns ?? [])
      ? []
      : [`“${standing.name}” must agree, and stands differently by the groups of the result.`],
  )
}

function labelOf({ options }: RoundExport['terms'], optionId: string): string {
  return options.find(({ id }) => id === optionId)?.label ?? optionId
}

function inWords(value: unknown): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : Array.isArray(value) ? value.join(' ') : String(value)
}

/** Equal in content, whatever the order of fields. */
function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
