import { lazy, Suspense } from 'react'
import { checkOf, lateChecks } from '../../../../shared/tools/votes/check-selectors'
import { rounds } from '../../../../shared/tools/votes/collections'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { useKeptFocus } from '../../../ui/use-kept-focus'
import type { CheckedWording } from '../../client-tool'
import { ConcernList } from '../concerns/ConcernList'
import { CheckAsk } from './CheckAsk'
import { CheckResonance } from './CheckResonance'
import { CheckResult } from './CheckResult'
import { CheckRunning } from './CheckRunning'
import { useAskedNotice } from './use-asked-notice'
import '../votes.css'
import './check.css'

// In one chunk with the check that it tells of.
export { AskMark } from './AskMark'

const LateChecks = lazy(async () => ({ default: (await import('./CheckLate')).LateChecks }))

/** Does the group stand behind this wording? Asked and answered where it is edited. */
export function CheckPanel({ isAdopted = false, ...text }: CheckedWording) {
  const { record } = useWorkshop()
  const opened = useRecords(rounds, record).filter(({ state }) => state !== 'draft')
  const check = isAdopted ? undefined : checkOf(opened, text.draftId)
  // Its set-up becomes the check, and the check its result: the hand goes on at the head of what came.
  const kept = useKeptFocus<HTMLDivElement>(`${check?.id} ${check?.state}`, 'h3')
  useAskedNotice(check, kept.ref)
  if (isAdopted) return <ConcernList check={undefined} {...text} />
  const late = lateChecks(opened, text.draftId)
  return (
    <>
      {late.length > 0 ? (
        <Suspense fallback={null}>
          <LateChecks open={late} textHash={text.textHash} />
        </Suspense>
      ) : null}
      <div tabIndex={-1} {...kept}>
        <Check check={check} {...text} />
      </div>
      <ConcernList check={check} {...text} />
    </>
  )
}

function Check({ check, ...text }: CheckedWording & { readonly check: Round | undefined }) {
  const { actor } = useWorkshop()
  if (!check) return can(actor, 'votes/create') ? <CheckAsk {...text} /> : null
  if (check.method === 'resonance') return <CheckResonance key={check.id} check={check} {...text} />
  if (check.state === 'closed') return <CheckResult key={check.id} check={check} {...text} />
  return <CheckRunning key={check.id} check={check} {...text} />
}
