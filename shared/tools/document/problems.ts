import { defineProblems } from '../../http/problem'

export const problem = defineProblems({
  'document/unknown-part': { status: 400, retry: false, detail: 'The document has no part “{part}”. It has: {known}.' },
  'document/no-part': { status: 400, retry: false, detail: 'Choose at least one part for the document.' },
  'document/nothing-to-publish': {
    status: 409,
    retry: false,
    detail: 'There is nothing to publish yet: the parts you chose are empty or still drafts. Adopt a wording first, or choose other parts.',
  },
  'agreement/ends-before': {
    status: 422,
    retry: false,
    detail: 'The end date comes before the start date. Change one of them. Nothing was begun.',
  },
  'export/busy': { status: 429, retry: true, detail: 'Two files of this workshop are being made just now. Try again in a few seconds.' },
  'export/too-slow': {
    status: 503,
    retry: true,
    detail: 'The file took longer than 30 seconds to make. Choose fewer parts, or try again.',
  },
})
