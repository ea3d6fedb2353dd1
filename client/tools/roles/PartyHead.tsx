import { memo } from 'react'
import type { Party } from '../../../shared/tools/tool'

/** A partner's column head, as it was written; a long name is cut after six lines and whole in the tooltip and for screen readers. */
export const PartyHead = memo(function PartyHead({ party, column }: { readonly party: Party; readonly column: number }) {
  return (
    <th scope="col" aria-colindex={column + 2} title={party.name} aria-label={party.name}>
      <span>{party.name}</span>
    </th>
  )
})
