import { create, int32, type PRNG } from 'lib0/prng'

/** Runs with a random source whose seed a failure names; the variable SEED repeats it. */
export async function seeded(run: (random: PRNG) => Promise<void>): Promise<void> {
  const seed = process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31
  try {
    await run(create(seed))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`failed; SEED=${seed} repeats it: ${why}`, { cause })
  }
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
