/** How much a test does: as given for each change, or as given for the long run (`LONG=1`). */
export const size = (perChange: number, long: number): number => (process.env.LONG ? long : perChange)
