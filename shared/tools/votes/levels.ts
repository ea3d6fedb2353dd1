import type { AgreementMethod, Answer } from './methods'

/** One answer of a scale, best first, with its words. */
export interface Level {
  readonly answer: Answer
  readonly label: string
  /** At the head of a row; absent where the label does. */
  readonly heading?: string
}

/** The scale of each agreement method, from most to least agreement. Source: shared/content/decision-methods.json. */
export const levelsOf: Record<AgreementMethod, readonly Level[]> = {
  resonance: [
    { answer: 'resonates', label: 'It resonates', heading: 'Resonates' },
    { answer: 'live-with', label: 'I can live with it', heading: 'Can live with it' },
    { answer: 'not-yet', label: 'Not yet' },
  ],
  gradients: [
    { answer: 1, label: 'Whole-hearted endorsement' },
    { answer: 2, label: 'Agreement with a minor point of contention' },
    { answer: 3, label: 'Support with reservations' },
    { answer: 4, label: 'Abstain' },
    { answer: 5, label: 'More discussion needed' },
    { answer: 6, label: 'Don’t like but will support' },
    { answer: 7, label: 'Serious disagreement' },
    { answer: 8, label: 'Veto' },
  ],
  fist: [
    { answer: 5, label: 'Five: excellent; I will help lead it' },
    { answer: 4, label: 'Four: a good idea; I will work for it' },
    { answer: 3, label: 'Three: not sold, and comfortable letting it pass' },
    { answer: 2, label: 'Two: some points must be talked through first' },
    { answer: 1, label: 'One: strong concerns; I need changes' },
    { answer: 0, label: 'Fist: I would block this' },
  ],
  consent: [
    { answer: 'consent', label: 'Consent' },
    { answer: 'abstain', label: 'Abstain' },
    { answer: 'objection', label: 'Objection' },
  ],
}
