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
