import { create, int32, type PRNG } from 'lib0/prng'

/** Runs with a random source whose seed a failure names; the variable SEED repeats it. */
export async function seeded(run: (random: PRNG) => Promise<void>): Promise<void> {
  const seed = firstSeed()
  try {
    await run(create(seed))
  } catch (cause) {
    throw repeatable(seed, cause)
  }
}

/**
 * Runs once for each of so many seeds in a row; with the variable SEED, for that one alone.
 *
 * Between two of them the event loop turns, so that what a run left to a timer is let go.
 */
export async function forSeeds(count: number, run: (seed: number) => void): Promise<void> {
  const first = firstSeed()
  for (let seed = first; seed < first + (process.env.SEED ? 1 : count); seed++) {
    try {
      run(seed)
    } catch (cause) {
      throw repeatable(seed, cause)
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}

function firstSeed(): number {
  return process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31
}

function repeatable(seed: number, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Error(`failed; SEED=${seed} repeats it: ${why}`, { cause })
}

/** One of them, each as likely. */
export function oneOf<T>(random: PRNG, choices: readonly T[]): T {
  if (choices.length === 0) throw new RangeError('nothing to choose from')
  return choices[int32(random, 0, choices.length - 1)] as T // within the list
}

/** True so often. */
export function happens(random: PRNG, probability: number): boolean {
  return int32(random, 0, 999) < probability * 1_000
}
