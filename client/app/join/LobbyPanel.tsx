import { Link } from 'wouter'
import { durationWords, totalMinutes } from '../../../shared/workshop/selectors'
import { Avatar } from '../../ui/Avatar'
import { Chip } from '../../ui/Chip'
import { Mark } from '../../ui/Mark'
import type { Lobby } from './use-door'

const shownSteps = 3

/** What this is, who hosts it, what will happen, who is there. */
export function LobbyPanel({ lobby }: { readonly lobby: Lobby }) {
  const { title, host, focusQuestion, steps, people, peopleCount, organisations } = lobby
  return (
    <section className="join-about" aria-label="About this session">
      <div>
        <Link href="/" className="mark">
          <Mark />
          <span>Convene</span>
        </Link>
      </div>
      <div>
        <p className="join-live">
          <Chip tone="live">
            <i className="dot join-dot" aria-hidden />
            Live now
          </Chip>
        </p>
        <h1 className="voice join-title">{title}</h1>
        <p className="join-lead">
          {host.organisation ? `${host.name}, ${host.organisation},` : host.name} is hosting this session
          {focusQuestion ? ':' : '.'}
          {focusQuestion ? <span className="voice join-question">{focusQuestion}</span> : null}
        </p>
      </div>
      <div className="join-plan">
        <ol aria-label="What will happen">
          {steps.slice(0, shownSteps).map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat and the list never changes
            <li key={`${index}-${step.title}`}>
              <b>{step.title}</b>
              {step.prompt ? <span>{step.prompt}</span> : null}
            </li>
          ))}
        </ol>
        {steps.length > shownSteps ? <p className="join-more">{moreWords(steps.length - shownSteps, totalMinutes(steps))}</p> : null}
      </div>
      <div className="join-here">
        <span className="avs" aria-hidden>
          {people.map((person, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and the list never changes
            <Avatar key={`${index}-${person.name}`} person={person} size="l" decorative />
          ))}
        </span>
        <span className="meta">{peopleWords(peopleCount, organisations.length)}</span>
      </div>
    </section>
  )
}

function moreWords(steps: number, minutes: number): string {
  return `and ${steps === 1 ? '1 more step' : `${steps} more steps`}, ${durationWords(minutes)} in all`
}

function peopleWords(people: number, organisations: number): string {
  const who = people === 1 ? '1 person' : `${people} people`
  const from = organisations === 0 ? '' : ` from ${organisations === 1 ? '1 organisation' : `${organisations} organisations`}`
  return `${who}${from} ${people === 1 ? 'has' : 'have'} joined`
}
