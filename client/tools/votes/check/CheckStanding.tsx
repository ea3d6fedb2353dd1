import { rounds } from '../../../../shared/tools/votes/collections'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { StandingNote } from '../late/StandingNote'
import { lateRoundOf } from '../late/standing'

/** For everybody: who was missing when a check closed, and what it means. */
export function CheckStanding({ check }: { readonly check: Round }) {
  const { record } = useWorkshop()
  const late = lateRoundOf(check, useRecords(rounds, record))
  return <StandingNote round={check} late={late} />
}
