import { locks } from '../../../shared/workshop/collections'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { lockOf } from '../../../shared/workshop/selectors'
import { useRecords } from '../../sync/use-live'
import { Banner } from '../../ui/Banner'
import { useWorkshop } from '../workshop-context'
import { lockOfStep } from './step-tool'

/** Who locked what on this step; nothing while it is open. */
export function LockBanner({ step }: { readonly step: AgendaStep }) {
  const { record } = useWorkshop()
  const all = useRecords(locks, record)
  const target = lockOfStep(step.tool)
  const lock = target ? lockOf(all, target.tool) : undefined
  if (!lock || !target) return null
  return (
    <Banner tone="info">
      {lock.byName} has locked {target.what} for this step.
    </Banner>
  )
}
