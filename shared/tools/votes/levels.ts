import { fistLabels, gradientLabels } from '../../content/agreement-words'
import type { AgreementMethod, Answer } from './methods'

/** One answer of a scale, best first, with its words. */
export interface Level {
  readonly answer: Answer
  readonly label: string
  /** At the head of a row; absent where the label does. */
  readonly heading?: string
  /** What giving it says. */
  readonly meaning?: string
  /** The contract takes it from other programs; the screens do not offer it. */
  readonly isUnoffered?: true
}

/** What each of the eight gradients says, level 1 first. */
const gradientMeanings = [
  'I am fully behind this.',
  'I would change a detail; it is good enough.',
  'I can live with it and want my worry noted.',
  'It does not touch me, or I have no view.',
  'I do not understand enough yet to say.',
  'I would not choose it, and I will not hold the group up.',
  'Do not count on me to help carry it out.',
  'I block this.',
]

/** The scale of each agreement method, from most to least agreement. Source: shared/content/decision-methods.json. */
export const levelsOf: Record<AgreementMethod, readonly Level[]> = {
  resonance: [
    { answer: 'resonates', label: 'It resonates', heading: 'Resonates' },
    { answer: 'live-with', label: 'I can live with it', heading: 'Can live with it' },
    { answer: 'not-yet', label: 'Not yet' },
  ],
  gradients: gradientLabels.map((label, place) => ({ answer: place + 1, label, meaning: gradientMeanings[place] ?? '' })),
  fist: [
    { answer: 5, label: fistLabels[5], heading: 'Five: excellent; I will help lead it', meaning: 'Excellent; I will help lead it.' },
    { answer: 4, label: fistLabels[4], heading: 'Four: a good idea; I will work for it', meaning: 'A good idea; I will work for it.' },
    {
      answer: 3,
      label: fistLabels[3],
      heading: 'Three: not sold, and comfortable letting it pass',
      meaning: 'Not sold, and comfortable letting it pass.',
    },
    {
      answer: 2,
      label: fistLabels[2],
      heading: 'Two: some points must be talked through first',
      meaning: 'Some points must be talked through first.',
    },
    { answer: 1, label: fistLabels[1], heading: 'One: strong concerns; I need changes', meaning: 'Strong concerns; I need changes.' },
    { answer: 0, label: fistLabels[0], heading: 'Fist: I would block this', meaning: 'No: I would block this.' },
  ],
  consent: [
    { answer: 'consent', label: 'Consent', meaning: 'Good enough for now and safe enough to try.' },
    // Source: HOUSE section 6. Consent knows no abstention, so nobody is asked whether they abstain.
    { answer: 'abstain', label: 'Abstain', isUnoffered: true },
    { answer: 'objection', label: 'Objection', meaning: 'It would keep us from our aim, and here is why.' },
  ],
}
