import type { ReactNode } from 'react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { AgendaStep } from '../../../shared/workshop/schema'
import type { SavedStatus } from '../../sync/saved-status'
import { changeWords } from '../../sync/saved-status'
import { announce } from '../../ui/announce'
import { Banner } from '../../ui/Banner'
import { toast } from '../../ui/toast'
import { useWaiting } from '../people/knocks-context'
import { useClientState } from '../workshop/client-context'

const DoorBanner = lazy(async () => ({ default: (await import('../people/DoorBanner')).DoorBanner }))
const LockBanner = lazy(async () => ({ default: (await import('./LockBanner')).LockBanner }))
const RefusedPanel = lazy(async () => ({ default: (await import('./RefusedPanel')).RefusedPanel }))

interface BannersProps {
  readonly step: AgendaStep | undefined
  /** Opens the list of people, with those at the door. */
  readonly onPeople: () => void
  /** What is to be said besides, and is no trouble. */
  readonly children?: ReactNode
}

/** What is the matter with the whole screen: connection, saving, a lock. */
export function Banners({ step, onPeople, children }: BannersProps) {
  const somebodyWaits = useWaiting().length > 0
  const saved = useClientState((state) => state.saved)
  const isRefused = useClientState((state) => state.refusals.length > 0)
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
      <Suspense fallback={null}>
        {isRefused ? <RefusedPanel /> : null}
        {somebodyWaits ? <DoorBanner onPeople={onPeople} /> : null}
        {step ? <LockBanner step={step} /> : null}
        {children}
      </Suspense>
    </div>
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
