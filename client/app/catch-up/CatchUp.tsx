import { lazy, Suspense } from 'react'
import { useLocation } from 'wouter'
import { CatchUpCard } from './CatchUpCard'

const CatchUpPage = lazy(async () => ({ default: (await import('./CatchUpPage')).CatchUpPage }))

/** What somebody missed: the page where it is asked for, else a card above whatever they look at. */
export function CatchUp({ asked }: { readonly asked?: boolean }) {
  const [address] = useLocation()
  if (!asked) return address.endsWith('/catch-up') ? null : <CatchUpCard />
  return (
    <Suspense fallback={null}>
      <CatchUpPage />
    </Suspense>
  )
}
