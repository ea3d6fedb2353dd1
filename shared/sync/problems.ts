import { defineProblems } from '../http/problem'

/** Refusals of the document side of the server. */
export const problem = defineProblems({
  'store/unavailable': { status: 503, retry: true, detail: 'The server cannot save just now. Nothing was changed; try again in a moment.' },
})
