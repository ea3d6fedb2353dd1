import { joined } from '../../../../shared/doc/words'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import { ruleInWords } from '../../../../shared/tools/votes/rule-words'
import type { Round } from '../../../../shared/tools/votes/schema'

/** What is printed on the ballot of a sealed check: its rule, who sees what, who answers. */
export function checkTermsInWords({ method, rule, secret, facilitatorsVote, awaits = [] }: Round): string {
  return [
    ...(isAgreement(method) ? [ruleInWords(method, rule)] : []),
    secret ? 'Secret: names come off the answers when it closes.' : 'Open: names are shown when it closes.',
    ...(awaits.length > 0 ? [`Provisional while nobody speaks for ${joined(awaits)}.`] : []),
    facilitatorsVote ? 'Facilitators answer too.' : 'Facilitators do not answer.',
  ].join(' ')
}
