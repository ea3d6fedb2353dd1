import { defineProblems } from '../../http/problem'

/** What the roster's server side refuses, in words for the person. */
export const problem = defineProblems({
  'partners/off-the-list': {
    status: 409,
    retry: false,
    detail: '{name} was taken off the list of partners. Nothing was changed. Ask whoever sent you this link.',
  },
  'partners/locked': {
    status: 409,
    retry: true,
    detail: 'The list of partners is locked just now. Nothing was changed, and what you wrote is still here. Try again later.',
  },
  'partners/review-past': { status: 422, retry: false, detail: 'A review lies ahead. Choose today or a later day.' },
  'partners/not-decided': {
    status: 409,
    retry: false,
    detail: 'No closed vote with one clear winner chose this partner. Nothing was changed. Put the partners to a vote first.',
  },
  'partners/no-partner': {
    status: 409,
    retry: false,
    detail: 'No partner on the list has the organisation that you joined with. Nothing was kept. Ask a facilitator to add it.',
  },
  'partners/unknown-partner': { status: 404, retry: false, detail: 'This partner is no longer on the list.' },
})
