import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOn, type GivenAnswer, lapsedAmong, standingOf, standsOn } from '../../../../shared/tools/votes/standing-answers'

const texts = ['a', 'b', 'c', 'd', 'e'] as const
const people = [0, 1, 2, 3, 4, 5] as const

/** A check while it is open: the text, what each person last answered, and what was marked and contested. */
interface Scene {
  present: string
  readonly answers: Map<number, { readonly on: string; readonly spirit: boolean }>
  readonly marks: { readonly from: string; readonly to: string }[]
  readonly contests: Map<number, Set<string>>
}

type Step = (scene: Scene) => void

const text = fc.constantFrom(...texts)
const person = fc.constantFrom(...people)

const step: fc.Arbitrary<Step> = fc.oneof(
  text.map(
    (to): Step =>
      (scene) =>
        void Object.assign(scene, { present: to }),
  ),
  fc.tuple(person, fc.boolean()).map(
    ([who, spirit]): Step =>
      ({ answers, present }) =>
        void answers.set(who, { on: present, spirit }),
  ),
  person.map(
    (who): Step =>
      ({ answers }) =>
        void answers.delete(who),
  ),
  text.map(
    (from): Step =>
      ({ marks, present }) =>
        void (from !== present && marks.push({ from, to: present })),
  ),
  person.map(
    (who): Step =>
      ({ contests, present }) =>
        void contests.set(who, new Set([...(contests.get(who) ?? []), present])),
  ),
)

/** By squaring who reaches whom until nothing is added: another way than the one under test. */
function reaches(marks: Scene['marks'], shut: ReadonlySet<string>, from: string, to: string): boolean {
  const can = new Set(marks.filter((mark) => !shut.has(mark.to)).map((mark) => `${mark.from}${mark.to}`))
  for (const through of texts)
    for (const first of texts) for (const last of texts) if (can.has(first + through) && can.has(through + last)) can.add(first + last)
  return can.has(from + to)
}

function playedOut(steps: readonly Step[]): Scene {
  const scene: Scene = { present: 'a', answers: new Map(), marks: [], contests: new Map() }
  for (const each of steps) each(scene)
  return scene
}

function givenBy(scene: Scene): readonly { readonly who: number; readonly given: GivenAnswer }[] {
  return [...scene.answers].map(([who, { on, spirit }]) => ({
    who,
    given: { textHash: on, binding: spirit ? 'spirit' : 'wording', contested: [...(scene.contests.get(who) ?? [])] },
  }))
}

describe('answers and words', () => {
  it('[VOTES-91] whatever is edited, answered, marked and contested, exactly those “this wording” answers lapse that no mark carries', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const scene = playedOut(steps)
        const all = givenBy(scene)
        const lapsed = all.filter(({ given }) => !standsOn(given, scene.present, scene.marks)).map(({ who }) => who)
        const foretold = all.filter(({ who, given: { binding, textHash = '' } }) => {
          if (binding === 'spirit' || textHash === scene.present) return false
          return !reaches(scene.marks, scene.contests.get(who) ?? new Set(), textHash, scene.present)
        })
        expect(lapsed).toEqual(foretold.map(({ who }) => who))
        const said = lapsedAmong(
          all.map(({ given }) => given),
          scene.present,
          scene.marks,
        )
        expect(said?.people ?? 0).toBe(lapsed.length)
        expect([...(said?.texts ?? [])].sort()).toEqual([...new Set(foretold.map(({ given }) => given.textHash))].sort())
      }),
      { numRuns: 2_000, seed: 5 },
    )
  })

  it('[VOTES-91] an edit that is undone brings back exactly the answers that stood before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.array(text, { maxLength: 6 }), (steps, edits) => {
        const scene = playedOut(steps)
        const standing = () =>
          givenBy(scene)
            .filter(({ given }) => standsOn(given, scene.present, scene.marks))
            .map(({ who }) => who)
        const before = standing()
        const { present } = scene
        for (const edit of edits) scene.present = edit
        scene.present = present
        expect(standing()).toEqual(before)
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  it('[VOTES-91] says how an answer stands, and of one about no wording that it does', () => {
    const marks = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ]
    expect(standingOf({ textHash: 'a' }, 'a', marks)).toBe('given')
    expect(standingOf({ textHash: 'a' }, 'c', marks)).toBe('carried')
    expect(standingOf({ textHash: 'c' }, 'a', marks)).toBe('lapsed')
    expect(standingOf({ textHash: 'c', binding: 'spirit' }, 'a', marks)).toBe('spirit')
    expect(standingOf({ textHash: 'a', contested: ['b'] }, 'c', marks)).toBe('lapsed')
    expect(standingOf({}, undefined, marks)).toBe('given')
    expect(standingOf({}, 'a', marks)).toBe('lapsed')
  })

  it('[VOTES-91] a contest holds against every mark that leads to those words, later ones too', () => {
    const contested = { textHash: 'a', contested: ['c'] }
    const around = [
      { from: 'a', to: 'c' },
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ]
    expect(standingOf(contested, 'c', around)).toBe('lapsed')
    expect(standingOf(contested, 'b', around)).toBe('carried')
    expect(standingOf({ ...contested, textHash: 'c' }, 'c', around)).toBe('given')
  })

  it('[VOTES-92] names the texts that most lapsed answers were given on first, and never more than eight', () => {
    const on = (...given: readonly string[]) => given.map((textHash) => ({ textHash }))
    expect(lapsedAmong(on('a', 'b', 'b', 'now'), 'now', [])).toEqual({ people: 3, texts: ['b', 'a'] })
    expect(lapsedAmong(on('now'), 'now', [])).toBeUndefined()
    const many = Array.from({ length: 20 }, (_, place) => `text ${place}`)
    expect(lapsedAmong(on(...many), 'now', [])).toMatchObject({ people: 20, texts: { length: 8 } })
  })

  it('[VOTES-25] tells resonance answers that stand on the words from those that do not', () => {
    const answers = {
      p_1: { participantId: 'p_1', answer: 'resonates', textHash: 'new' },
      p_2: { participantId: 'p_2', answer: 'not-yet', textHash: 'old' },
      p_3: { participantId: 'p_3', answer: 'live-with', textHash: 'old', binding: 'spirit' },
    } as const
    expect(answersOn({ answers }, 'new')).toEqual({ current: [answers.p_1, answers.p_3], earlier: [answers.p_2] })
    const marks = [{ from: 'old', to: 'new', byName: 'Rosa', atMs: 0, contested: 0 }]
    expect(answersOn({ answers, marks }, 'new').earlier).toEqual([])
  })
})
