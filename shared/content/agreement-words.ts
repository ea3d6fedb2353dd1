/** The eight gradients of agreement, level 1 first. Source: decision-methods.json, after Kaner. */
export const gradientLabels = [
  'Whole-hearted endorsement',
  'Agreement with a minor point of contention',
  'Support with reservations',
  'Abstain',
  'More discussion needed',
  'Don’t like but will support',
  'Serious disagreement',
  'Veto',
] as const

/** What an answer by fist to five is called, no finger first. */
export const fistLabels = ['Fist', 'One', 'Two', 'Three', 'Four', 'Five'] as const

/** The ways of asking whether people stand behind a wording, as people call them. */
export const agreementMethodLabels: Readonly<Record<string, string>> = {
  resonance: 'Resonance check',
  gradients: 'Gradients of agreement',
  fist: 'Fist to five',
  consent: 'Consent round',
}
