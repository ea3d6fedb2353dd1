import { Mark } from '../ui/Mark'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main className="plain-page">
      <title>Not found · Convene</title>
      <div className="plain-card card">
        <Mark size={44} />
        <h1 className="h">There is no page at this address</h1>
        <p className="meta">Check the link, or start from the home page.</p>
        <a className="btn primary" href="/">
          Go to the home page
        </a>
      </div>
    </main>
  )
}
