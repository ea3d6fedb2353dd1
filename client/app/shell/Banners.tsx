import { lazy, Suspense, useEffect, useRef } from 'react'
import { locks } from '../../../shared/workshop/collections'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { lockOf } from '../../../shared/workshop/selectors'
import type { SavedStatus } from '../../sync/saved-status'
import { changeWords } from '../../sync/saved-status'
import { useRecords } from '../../sync/use-live'
import { announce } from '../../ui/announce'
import { Banner } from '../../ui/Banner'
import { toast } from '../../ui/toast'
import { useClientState } from '../workshop/client-context'
import { useWorkshop } from '../workshop-context'
import { lockOfStep } from './step-tool'

const RefusedPanel = lazy(async () => ({ default: (await import('./RefusedPanel')).RefusedPanel }))

/** What is the matter with the whole screen: connection, saving, a lock. */
export function Banners({ step }: { readonly step: AgendaStep | undefined }) {
  const saved = useClientState((state) => state.saved)
  useConnectionWords(saved)
  return (
    <div className="banners">
      {saved.state === 'offline' ? (
        <Banner tone="off">
          <b>You’re offline.</b> Keep working. Your changes are kept on this device. Votes wait until you are back.
        </Banner>
      ) : null}
      {saved.state === 'paused' ? (
        <Banner tone="off">
          <b>Saving is paused.</b> The server cannot save just now.{' '}
          {saved.changes > 0 ? `${changeWords(saved.changes)} of yours ${saved.changes === 1 ? 'is' : 'are'} kept on this device.` : ''} It
          goes on by itself.
        </Banner>
      ) : null}
      <Suspense fallback={null}>{saved.state === 'refused' ? <RefusedPanel /> : null}</Suspense>
      {step ? <LockBanner step={step} /> : null}
    </div>
  )
}

function LockBanner({ step }: { readonly step: AgendaStep }) {
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

/** Said once when the connection goes and when it is back. */
function useConnectionWords(saved: SavedStatus): void {
  const before = useRef(saved)
  useEffect(() => {
    const last = before.current
    before.current = saved
    if (saved.state === 'offline' && last.state !== 'offline')
      announce('You’re offline. Your changes are kept on this device.', 'assertive')
    if (last.state === 'offline' && (saved.state === 'saved' || saved.state === 'saving')) {
      toast({ message: last.changes === 0 ? 'Back online.' : `Back online. ${changeWords(last.changes)} sent.` })
    }
  }, [saved])
}
