// `npm run faults`: plants mistakes in a copy of the sources, one at a time, and expects the tests to notice each.
// Words after it choose the faults whose description or file has one of them.
import { faults } from './all'
import type { Fault } from './fault'
import { Garden, planted, sourceOf } from './garden'

const atOnce = 2
const words = process.argv.slice(2)
const chosen = faults.filter(({ what, file }) => words.length === 0 || words.some((word) => `${what} ${file}`.includes(word)))
for (const fault of chosen) planted(fault, sourceOf(fault))

const gardens = Array.from({ length: atOnce }, () => new Garden())
try {
  process.exitCode = await tryAll(gardens)
} finally {
  for (const garden of gardens) garden.clear()
}

async function tryAll([first, ...others]: readonly Garden[]): Promise<number> {
  if (!first) return 1
  const tests = [...new Set(chosen.flatMap((fault) => fault.tests))]
  if ((await first.run(tests)) !== 'passed') {
    console.log('The tests fail without any fault. Mend that first.')
    return 1
  }
  const waiting = [...chosen]
  const missed: Fault[] = []
  await Promise.all(
    [first, ...others].map(async (garden) => {
      for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
        const outcome = await garden.try(fault)
        console.log(
          `${outcome === 'failed' ? 'caught' : 'MISSED'}  ${fault.what} (${fault.file})${outcome === 'broken' ? ': it does not even run' : ''}`,
        )
        if (outcome !== 'failed') missed.push(fault)
      }
    }),
  )
  console.log(`\n${chosen.length - missed.length} of ${chosen.length} faults caught`)
  return missed.length === 0 ? 0 : 1
}
