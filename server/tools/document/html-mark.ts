const seats = [
  [8.67, 24.73],
  [4.77, 17.98],
  [6.13, 10.3],
  [12.1, 5.29],
  [19.9, 5.29],
  [25.87, 10.3],
  [27.23, 17.98],
  [23.33, 24.73],
]

/** The ring of seats, as on every screen. */
export const markSvg = `<svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true"><circle class="you" cx="16" cy="27.4" r="3"/>${seats
  .map(([x, y]) => `<circle class="seat" cx="${x}" cy="${y}" r="3"/>`)
  .join('')}</svg>`
