import type { OptionResult, Reveal } from '../../../../shared/tools/votes/schema'

/** What fits on the room display under the question. */
const roomShows = 6

/** The options that the room display has space for, best first. */
export function roomOptions(options: readonly OptionResult[]): readonly OptionResult[] {
  return options.slice(0, roomShows)
}

/** The places that the room display shows, each once; options that are tied share theirs. */
export function roomPlaces(options: readonly OptionResult[]): readonly number[] {
  return [...new Set(roomOptions(options).map(({ rank }) => rank))]
}

/** Whether a place is shown to the room by now. Without a reveal all are. */
export function isRevealed(places: readonly number[], rank: number, reveal: Reveal | undefined): boolean {
  if (!reveal) return true
  const turn = places.indexOf(rank)
  return (reveal.from === 'first' ? turn : places.length - 1 - turn) < reveal.shown
}

/** Whether places are still to come. */
export function isRevealing(places: readonly number[], reveal: Reveal | undefined): boolean {
  return reveal !== undefined && reveal.shown < places.length
}
