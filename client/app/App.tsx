import { lazy, Suspense, useEffect, useState } from 'react'
import { Route, Switch } from 'wouter'
import { LiveRegions } from '../ui/LiveRegions'
import { Toasts } from '../ui/Toasts'
import { Waiting } from './workshop/Waiting'
import './app.css'
import { prepared } from './prepared'

const HomePage = prepared(async () => (await import('./home/HomePage')).HomePage)
const NewWorkshopPage = prepared(async () => (await import('./new/NewWorkshopPage')).NewWorkshopPage)
const JoinPage = prepared(async () => (await import('./join/JoinPage')).JoinPage)
const NotFound = lazy(async () => ({ default: (await import('./NotFound')).NotFound }))
const RowSlot = lazy(async () => ({ default: (await import('./row/RowSlot')).RowSlot }))
const VerifySlot = lazy(async () => ({ default: (await import('./verify/VerifySlot')).VerifySlot }))
const WorkshopPage = prepared(async () => (await import('./workshop/WorkshopPage')).WorkshopPage)

/** Loads the page of an address, so that drawing begins with it. */
export async function preparePage({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Promise<void> {
  const pages = { '': HomePage, new: NewWorkshopPage, j: JoinPage, w: linkKeyIn(hash) ? JoinPage : WorkshopPage }
  const [, first = ''] = pathname.split('/')
  const page = Object.entries(pages).find(([name]) => name === first)?.[1]
  await page?.prepare().catch(() => undefined) // Drawing it asks again, and shows what is wrong.
}

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
          <Route path="/verify">
            <VerifySlot />
          </Route>
          <Route path="/row/:id">{({ id }) => <RowSlot workshopId={id} linkKey={linkKeyIn(window.location.hash) ?? ''} />}</Route>
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
  // The server sees no fragment and has sent for the workshop's files already; they are what comes after the door.
  useEffect(() => void WorkshopPage.prepare().catch(() => undefined), [])
  if (linkKey) return <JoinPage workshopId={workshopId} linkKey={linkKey} onSeated={() => setLinkKey(undefined)} />
  return <WorkshopPage workshopId={workshopId} view={view} />
}

/** The secret of `#k=...`; undefined without one. */
function linkKeyIn(hash: string): string | undefined {
  return new URLSearchParams(hash.slice(1)).get('k') ?? undefined
}
