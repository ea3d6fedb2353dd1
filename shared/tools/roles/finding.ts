import type { Severity } from './models'

/** Something in a chart that is worth a look, in words; it never blocks anything. */
export interface Finding {
  readonly ruleId: string
  readonly severity: Severity
  /** A sentence that stands alone beside the row or the partner that it is about. */
  readonly message: string
  readonly dutyId?: string
  readonly partyId?: string
  readonly fix?: Fix
}

/**
 * What mends a finding where it stands: a letter is given to a partner, left with one of several, or taken from some;
 * or what means nothing is cleared.
 */
export type Fix = { readonly kind: 'give' | 'settle' | 'take'; readonly letter: string } | { readonly kind: 'clear' }
