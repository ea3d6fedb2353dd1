import { CircleDashed, Flag } from 'lucide-react'
import type { Round } from '../../../../shared/tools/votes/schema'
import { Chip } from '../../../ui/Chip'
import { isProvisional } from './standing'

/** Whether a result still waits for somebody; nothing where it never did. */
export function StandingChip({ round }: { readonly round: Round }) {
  if (isProvisional(round)) {
    return (
      <Chip tone="warn" Icon={CircleDashed}>
        Provisional
      </Chip>
    )
  }
  if (!round.final) return null
  return (
    <Chip tone="ok" Icon={Flag}>
      Final
    </Chip>
  )
}
