import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { spokenCode } from '../../../shared/workshop/selectors'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Mark } from '../../ui/Mark'
import { arrivedByOwnLink } from '../catch-up/arrival'
import { CodeForm } from '../home/CodeForm'
import '../home/home.css'
import { FormSide } from './FormSide'
import './join.css'
import { LobbyPanel } from './LobbyPanel'
import { type Ticket, useDoor } from './use-door'

interface JoinPageProps extends Ticket {
  /** Told once this device has its seat; without it the page goes to the workshop's address. */
  readonly onSeated?: (workshopId: string) => void
}

/** From a code or a link to a seat: one screen, three fields. */
export function JoinPage({ onSeated, ...ticket }: JoinPageProps) {
  // The key leaves the address bar at once, so it is kept here; another code is another knock.
  const [held] = useState(ticket)
  const { door, knockAgain } = useDoor({ ...held, code: ticket.code })
  const [, navigate] = useLocation()
  const enter = onSeated ?? ((workshopId: string) => navigate(`/w/${workshopId}`, { replace: true }))
  const seatedIn = door.state === 'seated' ? door.workshopId : undefined

  function enterFromForm(workshopId: string) {
    if (door.state === 'open' && door.lobby.invited) arrivedByOwnLink(workshopId)
    enter(workshopId)
  }

  useEffect(() => {
    if (window.location.hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: going in is asked for once, by the seat
  useEffect(() => {
    if (seatedIn === undefined) return
    if (held.linkKey !== undefined) arrivedByOwnLink(seatedIn)
    enter(seatedIn)
  }, [seatedIn])

  if (door.state === 'open') {
    return (
      <main className="join">
        <title>{`Join ${door.lobby.title} · Convene`}</title>
        <LobbyPanel lobby={door.lobby} />
        <FormSide lobby={door.lobby} secret={door.secret} seatedAs={door.seatedAs} onSeated={enterFromForm} onChanged={knockAgain} />
      </main>
    )
  }
  return (
    <main className="join-plain">
      <title>Join · Convene</title>
      <Link href="/" className="mark">
        <Mark />
        <span>Convene</span>
      </Link>
      {door.state === 'refused' ? (
        <Refused key={ticket.code} code={ticket.code} message={door.message} />
      ) : door.state === 'unreachable' ? (
        <Banner tone="off" action={<Button onClick={knockAgain}>Try again</Button>}>
          {door.message}
        </Banner>
      ) : (
        <p className="meta" role="status">
          Looking for the session…
        </p>
      )}
    </main>
  )
}

function Refused({ code, message }: { readonly code: string | undefined; readonly message: string }) {
  return (
    <>
      <h1 className="join-h">Join a session</h1>
      {code === undefined ? <Banner tone="bad">{message}</Banner> : null}
      <CodeForm
        initial={code === undefined ? '' : spokenCode(code)}
        initialError={code === undefined ? undefined : message}
        label="Join code"
      />
    </>
  )
}
