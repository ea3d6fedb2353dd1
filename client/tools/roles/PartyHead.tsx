import { memo } from 'react'
import type { Party } from '../../../shared/tools/tool'

/** A partner's column head; a long name is cut after three lines and whole in the tooltip and for screen readers. */
export const PartyHead = memo(function PartyHead({ party }: { readonly party: Party }) {
  const short = party.name.replace(/\s*\(.*?\)\s*/g, ' ').trim()
  return (
    <th scope="col" title={party.name} aria-label={party.name}>
      <span>{short || party.name}</span>
    </th>
  )
})
