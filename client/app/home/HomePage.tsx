import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { agendaTemplates } from '../../../shared/content/agendas'
import { Mark } from '../../ui/Mark'
import { ComfortPanel } from '../comfort/ComfortPanel'
import { AgendaCard } from './AgendaCard'
import { CodeForm } from './CodeForm'
import './home.css'
import { OwnWorkshops } from './OwnWorkshops'
import { TableRing } from './TableRing'

/** Type a code, or start from an agenda. */
export function HomePage() {
  const [comfort, setComfort] = useState(false)
  return (
    <>
      <title>Convene</title>
      {/* The header stands first in reading order; the code field is the first control on purpose (its links come last). */}
      <div className="home">
        <main className="home-main">
          <section className="home-hero">
            <div>
              <h1 className="voice home-title">Agree on where you’re going, together.</h1>
              <p className="home-lead">
                Run a visioning session your partners will still stand behind next year. Collect ideas, draft the words side by side,
                decide, and leave with the signed-off document.
              </p>
              <CodeForm />
              <div className="row g3 home-startrow">
                <Link href="/new" className="btn primary lg">
                  <Plus className="i" aria-hidden />
                  Start a workshop
                </Link>
                <span className="meta">No account for guests. Your data stays on your server.</span>
              </div>
            </div>
            <TableRing />
          </section>
          <OwnWorkshops />
          <Agendas />
          <HowItRuns />
        </main>
        <header className="home-header">
          <span className="mark">
            <Mark />
            <span>Convene</span>
          </span>
          <nav className="row g4" aria-label="Site">
            <a className="meta" href="#how">
              How a session runs
            </a>
            <button type="button" className="home-link meta" onClick={() => setComfort(true)}>
              Make it comfortable
            </button>
          </nav>
        </header>
      </div>
      <ComfortPanel open={comfort} onClose={() => setComfort(false)} />
    </>
  )
}

function Agendas() {
  const [all, setAll] = useState(false)
  const shown = all ? agendaTemplates : agendaTemplates.slice(0, 4)
  return (
    <section className="home-tpls" aria-labelledby="agendas-title">
      <div className="row between">
        <h2 id="agendas-title" className="home-h2">
          Start from a ready-made agenda
        </h2>
        <button type="button" className="home-link meta" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer agendas' : `All ${agendaTemplates.length} agendas`}
        </button>
      </div>
      <div className="home-grid">
        {shown.map((template, index) => (
          <AgendaCard key={template.id} template={template} featured={index === 0} />
        ))}
      </div>
    </section>
  )
}

const howItRuns = [
  ['Open the room', 'Choose an agenda and put the code on the wall. People join by phone or laptop with a name and nothing else.'],
  ['Think alone, then together', 'Everybody writes notes at the same time, then you group them and name what you see.'],
  ['Find the words', 'Draft the vision side by side, and ask each other whether it resonates before you adopt it.'],
  ['Decide and keep it', 'Votes stay sealed until they close. What you agreed goes into a document that you take away.'],
] as const

function HowItRuns() {
  return (
    <section className="home-how" id="how" aria-labelledby="how-title">
      <h2 id="how-title" className="home-h2">
        How a session runs
      </h2>
      <ol>
        {howItRuns.map(([title, text]) => (
          <li key={title}>
            <b>{title}</b>
            <span className="meta">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
