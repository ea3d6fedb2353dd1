import { Check, CircleAlert, CircleHelp } from 'lucide-react'
import { redraftMoves } from '../../../shared/content/statement-guide'
import { guideFor, type Hint, hintsFor, kindLabels, lengthHint } from '../../../shared/tools/drafts/guidance'
import type { StatementKind } from '../../../shared/tools/drafts/schema'
import type { Wording } from './live-wording'
import './side.css'

interface GuidancePanelProps {
  readonly kind: StatementKind
  readonly wording: Wording
  /** How many statements of this kind there are. */
  readonly siblings: number
}

const icons = { good: Check, open: CircleAlert, judge: CircleHelp } as const
const stateWords = { good: 'Fits', open: 'Look again', judge: 'Ask yourselves' } as const

/** What this kind of statement is, what to ask, what to look at. Hints only: nothing here stops anybody. */
export function GuidancePanel({ kind, wording, siblings }: GuidancePanelProps) {
  const guide = guideFor(kind)
  if (!guide) return <p className="meta">Write it in the group’s own words.</p>
  return (
    <section className="drafts-guide" aria-labelledby="drafts-guide-h">
      <header>
        <h2 className="h" id="drafts-guide-h">
          A good {kindLabels[kind].toLowerCase()}
        </h2>
        <p className="meta">{guide.definition}</p>
        <p className="fine">{lengthHint(kind)}</p>
      </header>
      <div>
        <h3 className="drafts-sub">Ask</h3>
        <ul className="drafts-prompts voice">
          {guide.prompts.map((prompt) => (
            <li key={prompt} className="drafts-prompt">
              {prompt}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="drafts-sub">Look at</h3>
        <ul className="drafts-hints">
          {hintsFor(kind, wording.plain, siblings).map((hint) => (
            <HintView key={hint.id} hint={hint} />
          ))}
        </ul>
      </div>
      <details>
        <summary className="drafts-sub">When you are stuck</summary>
        <ul className="drafts-moves meta">
          {redraftMoves.map((move) => (
            <li key={move.id}>{move.text}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function HintView({ hint }: { readonly hint: Hint }) {
  const Icon = icons[hint.state]
  return (
    <li className={`drafts-hint ${hint.state}`}>
      <Icon className="i s" aria-hidden />
      <span>
        <span className="vh">{stateWords[hint.state]}: </span>
        {hint.text}
        {hint.found ? <span className="drafts-found">{hint.found}</span> : null}
      </span>
    </li>
  )
}
