import { wordDifference } from '../../shared/doc/word-difference'
import { type Figure, median } from './figures'

const words = 2_000
const withinMs = 50
const runs = 20

/** What it takes to compare two long texts of one wording word by word. */
export function measureVersions(): Figure[] {
  return [
    differenceFigure('every tenth word another', (word, at) => (at % 10 === 0 ? `${word}s` : word)),
    differenceFigure('every second word another', (word, at) => (at % 2 === 0 ? `${word}s` : word)),
    differenceFigure('rewritten', (_word, at) => wordAt(at * 31 + 7)),
  ]
}

function differenceFigure(how: string, change: (word: string, at: number) => string): Figure {
  const before = Array.from({ length: words }, (_, at) => wordAt(at * 17))
  const [first, second] = [before, before.map(change)].map((list) => list.map((word, at) => (at % 12 === 11 ? `${word}.` : word)).join(' '))
  const tookMs = Array.from({ length: runs }, () => {
    const beganMs = performance.now()
    wordDifference(first ?? '', second ?? '')
    return performance.now() - beganMs
  })
  const most = Math.max(...tookMs)
  return {
    what: `difference of two versions of ${words} words, ${how} (median / most of ${runs})`,
    measured: `${median(tookMs).toFixed(1)} / ${most.toFixed(1)} ms`,
    target: `< ${withinMs} ms`,
    met: most < withinMs,
  }
}

/** One of some hundred words, as people use few of them often. */
function wordAt(seed: number): string {
  const number = (seed * 2_654_435_761) % 2 ** 32
  return `word${Math.floor((number / 2 ** 32) ** 3 * 400)}`
}
