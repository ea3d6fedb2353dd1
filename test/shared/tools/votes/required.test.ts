import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { constituenciesOf } from '../../../../shared/tools/votes/constituencies'
import { sumOf } from '../../../../shared/tools/votes/final'
import type { Answer } from '../../../../shared/tools/votes/methods'
import { belongsTo } from '../../../../shared/tools/votes/partition'
import { heldUpBy, standingsOf, standingsTogether, withRequired } from '../../../../shared/tools/votes/required'
import { notYetInWords, verdictInWords } from '../../../../shared/tools/votes/required-words'
import { type ClosingBallot, resultOf } from '../../../../shared/tools/votes/result'
import { ruleInWords } from '../../../../shared/tools/votes/rule-words'
import type { Constituency, Round, RoundResult, RoundRule } from '../../../../shared/tools/votes/schema'

const employers: Constituency = { by: 'sector', name: 'Employers' }
const education: Constituency = { by: 'sector', name: 'Education' }
const gradients: RoundRule = { quorum: 0.5, support: 0.8, supportAt: 3, blockedBy: [8] }

type Terms = Pick<Round, 'method' | 'secret' | 'options' | 'rule' | 'maxPerOption'>

function check(
  required: readonly Constituency[],
  { secret = false, rule = gradients }: { secret?: boolean; rule?: RoundRule } = {},
): Terms {
  return { method: 'gradients', secret, options: [], maxPerOption: 1, rule: { ...rule, required: [...required] } }
}

/** Answers of people of a sector, which is as a person's record has it. */
function from(sector: string | undefined, ...answers: readonly Answer[]): Pick<ClosingBallot, 'sector' | 'answer'>[] {
  return answers.map((answer) => ({ sector, answer }))
}

function ballots(...groups: readonly Pick<ClosingBallot, 'sector' | 'level' | 'organisation' | 'answer'>[][]): ClosingBallot[] {
  return groups.flat().map((ballot, place) => ({
    ...ballot,
    participantId: `p_${place}`,
    receipt: `R${((place * 7919) % 1009).toString().padStart(4, '0')}`,
  }))
}

function times<T>(count: number, one: T): T[] {
  return Array.from({ length: count }, () => one)
}

describe('a verdict by constituency', () => {
  it('[VOTES-121] is not yet, whatever the mean, while a constituency that must agree is mostly below the threshold', () => {
    // 6.5 of 8 where 8 is best: the mean of these levels is 2.5.
    const all = ballots(from('employers', 6, 6, 6), from('education', ...times(10, 1), ...times(7, 3)))
    const mean = 9 - all.reduce((sum, { answer }) => sum + Number(answer), 0) / all.length
    expect([all.length, mean > 6]).toEqual([20, true])
    const round = check([employers, education])
    const { verdict } = resultOf(round, all, 20)
    expect(resultOf({ ...round, rule: gradients }, all, 20).verdict?.passed).toBe(true)
    expect(verdict?.passed).toBe(false)
    expect(verdict && notYetInWords(round, verdict)).toBe('Not yet: employers (0 of 3 at or above “Support with reservations”).')
    expect(verdict && verdictInWords(round, verdict)).toBe(
      'Not yet: employers (0 of 3 at or above “Support with reservations”). Agreed: education (17 of 17 at or above “Support with reservations”). ' +
        '20 of 20 people answered; at least 10 must. Nobody said “Veto”. 17 of 20 who answered support it; at least 16 must.',
    )
  })

  it('[VOTES-121] with 20 ratings of mean 6.5 of 8 and employers at 3 says that employers hold it up', () => {
    const all = ballots(from('employers', ...times(5, 6)), from('education', ...times(10, 1), ...times(5, 2)))
    expect(9 - all.reduce((sum, { answer }) => sum + Number(answer), 0) / all.length).toBe(6.5)
    const round = check([employers])
    const { verdict } = resultOf(round, all, 20)
    expect(heldUpBy(verdict)).toEqual([{ ...employers, state: 'below', least: 0, most: 0, of: 5 }])
    expect(verdict && notYetInWords(round, verdict)).toBe('Not yet: employers (0 of 5 at or above “Support with reservations”).')
  })

  it('[VOTES-121] holds from exactly half on, by the rule’s own threshold, in any spelling', () => {
    const half = ballots(from('Employers ', 1, 2, 5, 6), from('education', ...times(20, 1)))
    const stands = (rule: RoundRule) => resultOf(check([employers], { rule }), half, 24).verdict?.required?.[0]
    expect(stands(gradients)).toMatchObject({ state: 'holds', least: 2, of: 4 })
    expect(stands({ ...gradients, supportAt: 1 })).toMatchObject({ state: 'below', least: 1, of: 4 })
    expect(resultOf(check([employers]), half, 24).verdict?.passed).toBe(true)
  })

  it('[VOTES-121] is that of the method where the rule sets no threshold', () => {
    const stands = (method: Round['method'], ...answers: Answer[]) =>
      resultOf({ ...check([employers], { rule: {} }), method }, ballots(from('employers', ...answers)), 9).verdict?.required?.[0]?.state
    expect([stands('resonance', 'live-with', 'not-yet'), stands('resonance', 'not-yet')]).toEqual(['holds', 'below'])
    expect([stands('consent', 'consent', 'objection'), stands('consent', 'abstain')]).toEqual(['holds', 'below'])
    expect([stands('fist', 3), stands('fist', 2)]).toEqual(['holds', 'below'])
  })

  it('[VOTES-122] names a constituency of which nobody could answer, and one of which nobody did', () => {
    const round = check([employers, education])
    const people = [{ sector: 'education' }, { sector: 'human-services' }]
    const { verdict } = resultOf(round, ballots(from('human-services', 1, 1)), 3, people)
    expect(verdict && notYetInWords(round, verdict)).toBe('Not yet: employers (nobody of them could answer); education (nobody answered).')
    expect(verdict?.passed).toBe(false)
  })

  it('[VOTES-121] passes when the rule holds and each of them agrees, and never when the rule does not', () => {
    const sector = fc.constantFrom('employers', 'education', undefined)
    const answer = fc.integer({ min: 1, max: 8 })
    fc.assert(
      fc.property(fc.array(fc.tuple(sector, answer), { minLength: 1, maxLength: 30 }), (given) => {
        const all = ballots(...given.map(([own, said]) => from(own, said)))
        const { verdict } = resultOf(check([employers, education]), all, all.length)
        const plain = resultOf({ ...check([]), rule: gradients }, all, all.length).verdict
        const agrees = (own: string) => {
          const said = given.filter(([each]) => each === own).map(([, each]) => each)
          return said.length > 0 && said.filter((each) => each <= 3).length * 2 >= said.length
        }
        expect(verdict?.passed).toBe(plain?.passed === true && agrees('employers') && agrees('education'))
        expect(verdict?.words).toBe(plain?.words)
      }),
      { numRuns: 300, seed: 5 },
    )
  })
})

describe('who must agree', () => {
  it('[VOTES-120] is printed with the rule, by kind', () => {
    const rule: RoundRule = {
      quorum: 0.5,
      required: [employers, { by: 'sector', name: 'Higher education' }, { by: 'organisation', name: 'The Clinic' }],
    }
    expect(ruleInWords('resonance', rule)).toContain(
      'Sectors that must agree: Employers, Higher education. Organisations that must agree: The Clinic.',
    )
  })

  it('[VOTES-124] is chosen among those whom people and partners stand for, each once', () => {
    const said = [
      { sector: 'employers', organisation: 'The Clinic' },
      { sector: 'Employers', organisation: 'the  clinic', level: 'state' },
      {},
    ]
    expect(constituenciesOf(said)).toEqual([employers, { by: 'level', name: 'State' }, { by: 'organisation', name: 'The Clinic' }])
  })
})

const trait = (letters: string) => fc.option(fc.constantFrom(...letters), { nil: undefined, freq: 6 })
const where = fc.record({ sector: trait('ABC'), level: trait('XY'), organisation: trait('KLM') })
const answer = fc.constantFrom(1, 2, 6)

/** A crowd of few kinds of people, as workshops are. */
const crowd = fc
  .record({ kinds: fc.array(where, { minLength: 2, maxLength: 5 }), size: fc.integer({ min: 3, max: 50 }) })
  .chain(({ kinds, size }) =>
    fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), answer }).map((one) => ({ ...one.kind, answer: one.answer })),
      { minLength: size, maxLength: size },
    ),
  )
const anybody: readonly Constituency[] = [
  ...[...'ABC'].map((name): Constituency => ({ by: 'sector', name })),
  ...[...'XY'].map((name): Constituency => ({ by: 'level', name })),
  ...[...'KLM'].map((name): Constituency => ({ by: 'organisation', name })),
]

describe('a secret check', () => {
  it('[VOTES-123] tells no more of a constituency than its result shows anyhow: the verdict follows from that alone', () => {
    let told = 0
    fc.assert(
      fc.property(
        crowd,
        fc.subarray([...anybody], { minLength: 1 }),
        fc.constantFrom<RoundRule>(gradients, {}),
        (people, required, rule) => {
          const all = ballots(people)
          const round = check(required, { secret: true, rule })
          const result = resultOf(round, all, all.length)
          const { verdict, breakdowns = [], levels = [] } = result
          if (!verdict) return
          // Whoever knows the result and who was there, and no single answer, comes to the same standings and the same outcome.
          const nobodys = levels.flatMap(({ answer, people: count }) => times(count, { answer }))
          const everybody = people.map(({ answer: _sealed, ...where }) => where)
          const same = everybody.every((where) => required.some((each) => belongsTo(where, each)))
          const again = standingsOf(
            { method: 'gradients', rule: round.rule, secret: true },
            same ? everybody.map((where, place) => ({ ...where, answer: nobodys[place]?.answer })) : everybody,
            everybody,
            breakdowns,
          )
          expect(verdict.required).toEqual(again)
          const plain = resultOf({ ...round, rule }, all, all.length).verdict
          expect(verdict).toEqual(plain && withRequired(plain, again))
          for (const each of verdict.required ?? []) {
            const size = people.filter((one) => belongsTo(one, each)).length
            if (size < 3) expect(['untold', 'absent']).toContain(each.state)
            if (each.of !== undefined) {
              expect(size).toBe(each.of)
              // What is left when it is taken away is nobody, or not few either.
              expect([1, 2]).not.toContain(people.length - each.of)
              told += 1
            }
          }
        },
      ),
      { numRuns: 400, seed: 7 },
    )
    expect(told).toBeGreaterThan(20)
  })

  it('[VOTES-123] passes on nobody who cannot be shown to agree, however they answered', () => {
    const outcome = (...few: Answer[]) => {
      const all = ballots(from('employers', ...few), from('education', ...times(10, 1), ...times(6, 2)))
      const round = check([employers], { secret: true, rule: { quorum: 0.5 } })
      const { verdict } = resultOf(round, all, all.length)
      return verdict && [verdict.passed, notYetInWords(round, verdict)]
    }
    expect(outcome(1, 1)).toEqual([false, 'Not yet: employers (too small to be told apart in a secret check).'])
    expect(outcome(8, 8)).toEqual(outcome(1, 1))
  })

  it('[VOTES-123] tells a constituency apart that is large enough', () => {
    const mixed = [1, 1, 1, 2, 2, 2, 6, 6, 6]
    const all = ballots(from('employers', ...mixed), from('education', ...mixed))
    const { verdict } = resultOf(check([employers, education], { secret: true, rule: {} }), all, 18)
    expect(verdict?.required).toEqual([
      { ...employers, state: 'holds', least: 6, most: 6, of: 9 },
      { ...education, state: 'holds', least: 6, most: 6, of: 9 },
    ])
  })
})

describe('late answers to a check', () => {
  const people = [...times(9, { sector: 'education' }), ...times(4, { sector: 'employers' })]
  const counted = (round: Terms, all: ClosingBallot[], eligible = all.length): { result: RoundResult; ballots: ClosingBallot[] } => ({
    result: resultOf(round, all, eligible),
    ballots: all,
  })

  it('[VOTES-129] are counted together with the first by constituency where names are known', () => {
    const round = check([employers])
    const first = counted(round, ballots(from('education', ...times(9, 1))))
    expect(first.result.verdict?.passed).toBe(false)
    const late = counted(round, ballots(from('employers', 1, 2, 7)))
    const sum = sumOf(round, first, late, 12, people)
    expect('together' in sum && sum.together.verdict).toMatchObject({
      passed: true,
      required: [{ ...employers, state: 'holds', least: 2, of: 3 }],
    })
    expect('together' in sum && sum.together.levels?.[0]).toEqual({ answer: 1, people: 10, organisations: 0 })
  })

  it('[VOTES-129] of a secret check are added by answer, and by constituency only as either result tells of it', () => {
    const round = check([employers], { secret: true })
    const first = counted(round, ballots(from('education', ...times(9, 1))))
    const late = counted(round, ballots(from('employers', 1, 2, 7)))
    const sum = sumOf(round, first, late, 12, people)
    expect('together' in sum && sum.together).toMatchObject({
      voters: 12,
      levels: [{ answer: 1, people: 10 }, { answer: 2, people: 1 }, ...times(4, {}), { answer: 7, people: 1 }, {}],
      verdict: { passed: true, required: [{ ...employers, state: 'holds', least: 2, most: 2, of: 3 }] },
    })
    expect('together' in sum && Object.keys(sum.together).sort()).toEqual(['levels', 'verdict', 'voters'])
    const few = sumOf(round, first, counted(round, ballots(from('employers', 1, 2))), 11, people)
    expect(few).toEqual({ standsBecause: 'too-few-late' })
  })

  it('[VOTES-129] tell nothing of a constituency that one of the two hides', () => {
    const told = { ...employers, state: 'holds', least: 3, most: 3, of: 4 } as const
    const verdict = (standing: NonNullable<RoundResult['verdict']>['required']) => ({
      passed: false,
      quorumMet: true,
      words: '',
      required: standing,
    })
    const hidden = verdict([{ ...employers, state: 'untold' }])
    const nobody = verdict([{ ...employers, state: 'absent' }])
    expect(standingsTogether(hidden, verdict([told]))).toEqual([{ ...employers, state: 'untold' }])
    expect(standingsTogether(nobody, verdict([told]))).toEqual([told])
    expect(standingsTogether(nobody, nobody)).toEqual([{ ...employers, state: 'absent' }])
    expect(standingsTogether(verdict([told]), verdict([{ ...employers, state: 'below', least: 0, most: 0, of: 4 }]))).toEqual([
      { ...employers, state: 'below', least: 3, most: 3, of: 8 },
    ])
  })
})
