/** What the last closed check on a wording came to, where the words have changed since. */
export interface EarlierCheck {
  readonly passed: boolean
  readonly answered: number
  readonly eligible: number
  /** The arithmetic, and whose agreement it lacked; absent where the answers stay unsaid. */
  readonly verdict?: string | undefined
}

/** For example `The last check was on an earlier wording and did not pass: 2 of 4 people answered; at least 2 must. 1 said “Veto”.` */
export function earlierCheckInWords({ passed, answered, eligible, verdict }: EarlierCheck, names = true): string {
  const asked = 'The last check was on an earlier wording and'
  // What a verdict says of those who must agree may be an organisation's name.
  if (verdict === undefined || !names) {
    const outcome = verdict === undefined ? 'its answers stay unsaid' : passed ? 'passed' : 'did not pass'
    return `${asked} ${outcome}: ${answered} of ${eligible} answered.`
  }
  return `${asked} ${passed ? 'passed' : 'did not pass'}: ${verdict}`
}
