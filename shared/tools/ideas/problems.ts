import { defineProblems } from '../../http/problem'

/** Refusals of the governed acts on notes. */
export const problem = defineProblems({
  'ideas/private-notes-waiting': {
    status: 409,
    retry: false,
    detail: '{count} notes are still private. Reveal them first; then everybody writes openly.',
  },
  'ideas/anonymity-promised': {
    status: 409,
    retry: false,
    detail: '{count} notes were written with the promise that no names are shown. Reveal them first.',
  },
  'ideas/anonymous-needs-private': {
    status: 422,
    retry: false,
    detail: 'Notes without names are written privately first, so that nobody can tell who wrote what.',
  },
})
