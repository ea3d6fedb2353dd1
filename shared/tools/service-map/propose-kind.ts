/** What a service's name says about its kind; the first clue that fits wins. */
const clues: readonly (readonly [string, RegExp])[] = [
  ['child-care', /\bchild ?care|daycare|day care\b/i],
  ['transport', /\b(bus|gas cards?|transport\w*|rides?|shuttle)\b/i],
  ['housing', /\b(housing|rent|shelter)\b/i],
  ['food', /\b(food|meals?)\b/i],
  ['tuition', /\b(tuition|books|scholarships?)\b/i],
  ['tools-uniforms', /\b(uniforms?|scrubs|tools|licen[sc]es?)\b/i],
  ['legal', /\blegal\b/i],
  ['technology', /\b(laptops?|devices?|internet)\b/i],
  ['cash-assistance', /\b(cash|stipends?)\b/i],
  ['intake', /\b(intake|eligibility|enrol(l)?ment)\b/i],
  ['assessment', /\b(assess\w*|placement test|skills check|testing)\b/i],
  ['career-counseling', /\b(counsel(l)?ing|career advice)\b/i],
  ['high-school-equivalency', /\b(ged|high school equivalency|hse)\b/i],
  ['english', /\b(english|esl|esol)\b/i],
  ['basic-skills', /\b(basic (education|skills)|abe|literacy|numeracy)\b/i],
  ['apprenticeship', /\bapprentice\w*\b/i],
  ['work-experience', /\b(internships?|work experience|placements?|practic(e|um))\b/i],
  ['credit-program', /\b(degree|credit|certificates?)\b/i],
  ['occupational-training', /\b(training|on the job|cna|courses?)\b/i],
  ['job-readiness', /\b(readiness|r[eé]sum[eé]|interview)\b/i],
  ['job-search', /\b(job (search|match\w*|fairs? for)|hiring|hires)\b/i],
  ['retention', /\b(retention|advancement|job coach\w*|mentor\w*)\b/i],
  ['case-management', /\b(case manag\w*|navigat\w*)\b/i],
  ['business-services', /\b(employer services|services to employers)\b/i],
  ['recruitment', /\b(recruit\w*|outreach|open days?|fairs?|career nights?|careers nights?)\b/i],
]

/** The kind that a service seems to be, by its name: a proposal, to be confirmed. Undefined when the name says nothing. */
export function proposeKind(label: string): string | undefined {
  return clues.find(([, clue]) => clue.test(label))?.[0]
}
