/** What somebody does about a concern. */
export type ConcernAct = (typeof concernActs)[number]
export const concernActs = ['link', 'met', 'not-answered', 'dissent', 'withdrawn'] as const

interface FormWords {
  readonly label: string
  readonly hint: string
  readonly send: string
}

/** What each act that may have words asks for them. */
export const forms: Readonly<Record<ConcernAct, FormWords>> = {
  link: {
    label: 'What did you change? (optional)',
    hint: 'The words as they are now are linked to this concern. Its author says whether they answer it.',
    send: 'Answered by this change',
  },
  met: { label: 'Anything to add? (optional)', hint: 'This closes your concern as met by the change.', send: 'This answers it' },
  'not-answered': {
    label: 'What is still missing? (optional)',
    hint: 'Your concern is open again. One sentence is enough.',
    send: 'Not answered',
  },
  dissent: {
    label: 'Anything to add? (optional)',
    hint: 'This closes your concern for good. The record says that you disagree, which is no consent; the group may go on all the same.',
    send: 'Record it as dissent',
  },
  withdrawn: {
    label: 'Why? (optional)',
    hint: 'This closes your concern for good. What you said stays readable, marked as withdrawn.',
    send: 'Withdraw it',
  },
}

/** What is announced to whoever did it. */
export const doneWords: Readonly<Record<ConcernAct, string>> = {
  link: 'The change is linked. Its author says whether it answers the concern.',
  met: 'Your concern is closed: the change meets it.',
  'not-answered': 'Your concern is open again.',
  dissent: 'Your concern is recorded as dissent: the record says that you disagree.',
  withdrawn: 'Your concern is withdrawn.',
}
