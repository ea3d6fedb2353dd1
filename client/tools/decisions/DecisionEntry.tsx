import { BadgeCheck, CalendarCheck, ChartColumn } from 'lucide-react'
import type { Decision } from '../../../shared/tools/decisions/schema'
import { reservationInWords, turnoutInWords } from '../../../shared/tools/decisions/selectors'
import { plural } from '../../../shared/tools/decisions/words'
import { Chip } from '../../ui/Chip'
import { EvidenceLink } from './EvidenceLink'

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** One entry of the log. */
export function DecisionEntry({ decision }: { readonly decision: Decision }) {
  const turnout = turnoutInWords(decision)
  const { reservations, overrideReason, textHash } = decision
  return (
    <li className="card decisions-entry" value={decision.number}>
      <header className="row wrap">
        <span className="decisions-number" aria-hidden>
          {decision.number}
        </span>
        <KindChip kind={decision.kind} />
        {reservations.length > 0 ? <Chip tone="warn">{plural(reservations.length, 'reservation')}</Chip> : null}
        <span className="grow" />
        <time className="fine" dateTime={new Date(decision.atMs).toISOString()}>
          {when.format(decision.atMs)}
        </time>
      </header>
      <p className="voice decisions-words">{decision.words}</p>
      <p className="meta">
        {decision.how}
        {turnout ? ` ${turnout}.` : ''}
      </p>
      {overrideReason ? (
        <p className="meta">
          <b>Adopted without a passed check:</b> {overrideReason}
        </p>
      ) : null}
      {reservations.length > 0 ? (
        <div className="decisions-reservations">
          <p className="h">Reservations</p>
          <ul>
            {reservations.map((reservation) => (
              <li key={reservationInWords(reservation)}>{reservationInWords(reservation)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <footer className="row wrap between fine">
        <span>Recorded by {decision.byName}</span>
        <EvidenceLink target={decision.ref} kind={decision.kind} />
      </footer>
      {textHash ? (
        <p className="fine decisions-hash">
          <span>SHA-256 of the wording</span> <code>{textHash}</code>
        </p>
      ) : null}
    </li>
  )
}

function KindChip({ kind }: Pick<Decision, 'kind'>) {
  switch (kind) {
    case 'adoption':
      return (
        <Chip tone="ok" Icon={BadgeCheck}>
          Adopted
        </Chip>
      )
    case 'review':
      return (
        <Chip tone="line" Icon={CalendarCheck}>
          Reviewed
        </Chip>
      )
    case 'round':
      return (
        <Chip tone="line" Icon={ChartColumn}>
          Vote
        </Chip>
      )
  }
}
