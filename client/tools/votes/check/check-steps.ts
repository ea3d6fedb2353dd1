import type { ConsentStep } from '../../../../shared/tools/votes/schema'

/** What each step of deciding by consent is called, and what one does in it. Source: decision-methods.json, method `consent`. */
export const stepWords: Readonly<Record<ConsentStep, { readonly label: string; readonly what: string }>> = {
  present: { label: 'Present', what: 'One person reads the wording aloud and says what it is for. Everybody else listens.' },
  clarify: { label: 'Clarify', what: 'Ask only what you need to understand it. Opinions come next.' },
  react: { label: 'React', what: 'Once around: each says in a sentence what they think. Nobody replies yet.' },
  amend: { label: 'Amend', what: 'Whoever proposed it may change the words now, if they wish.' },
  round: {
    label: 'Round',
    what: 'Each says consent or objection. An objection is a harm to our aim, not that something else would please more.',
  },
  integrate: {
    label: 'Integrate',
    what: 'Take one objection after the other: change the words, shorten the trial, or say how the concern is measured.',
  },
}
