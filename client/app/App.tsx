import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { LiveRegions } from '../ui/LiveRegions'
import { Toasts } from '../ui/Toasts'
import { Waiting } from './workshop/Waiting'
import './app.css'

const HomePage = lazy(async () => ({ default: (await import('./home/HomePage')).HomePage }))
const NewWorkshopPage = lazy(async () => ({ default: (await import('./new/NewWorkshopPage')).NewWorkshopPage }))
const JoinPage = lazy(async () => ({ default: (await import('./join/JoinPage')).JoinPage }))
const NotFound = lazy(async () => ({ default: (await import('./NotFound')).NotFound }))
const WorkshopPage = lazy(async () => ({ default: (await import('./workshop/WorkshopPage')).WorkshopPage }))

/** The pages by address, with the live regions and toasts that outlive all of them. */
export function App() {
  return (
    <>
      <LiveRegions />
      <Suspense fallback={<Waiting>Opening…</Waiting>}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/new">
            <NewWorkshopPage />
          </Route>
          <Route path="/j/:code?">{({ code }) => <JoinPage {...(code ? { code } : {})} />}</Route>
          <Route path="/w/:id/:view?">{({ id, view }) => <WorkshopEntrance key={id} workshopId={id} view={view} />}</Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
      <Toasts />
    </>
  )
}

interface WorkshopEntranceProps {
  readonly workshopId: string
  readonly view: string | undefined
}

/** With a link's secret in the fragment the join page comes first; it takes the secret out of the address. */
function WorkshopEntrance({ workshopId, view }: WorkshopEntranceProps) {
  const [linkKey, setLinkKey] = useState(() => linkKeyIn(window.location.hash))
  if (linkKey) return <JoinPage workshopId={workshopId} linkKey={linkKey} onSeated={() => setLinkKey(undefined)} />
  return <WorkshopPage workshopId={workshopId} view={view} />
}

/** The secret of `#k=...`; undefined without one. */
function linkKeyIn(hash: string): string | undefined {
  return new URLSearchParams(hash.slice(1)).get('k') ?? undefined
}
