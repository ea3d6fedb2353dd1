import { lazy, Suspense } from 'react'
import { rounds } from '../../../../shared/tools/votes/collections'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { isProvisional, lateRoundOf } from '../late/standing'
import './check-result.css'

const LateCard = lazy(async () => ({ default: (await import('../late/LateCard')).LateCard }))

/** For facilitators, below a provisional check: asking those who were missing, or letting the result stand. */
export function CheckLateCard({ check }: { readonly check: Round }) {
  const { actor, record } = useWorkshop()
  const late = lateRoundOf(check, useRecords(rounds, record))
  if (!isProvisional(check) || !can(actor, 'votes/settle')) return null
  return (
    <div className="check-late">
      <Suspense fallback={null}>
        <LateCard key={check.id} round={check} late={late} onAnswer={undefined} />
      </Suspense>
    </div>
  )
}
