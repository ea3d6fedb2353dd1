import { questionsBefore, readingBefore } from '../../../../shared/content/partnership-check'
import { joined, plural } from '../../../../shared/doc/words'
import { hoursGroups } from '../../../../shared/tools/partners/capacity/hours'
import { usePartners } from '../use-roster'

/** The hours that the partners give, what they allow, and what to ask before more is promised. */
export function TimeSection() {
  const { total, groups } = hoursGroups(usePartners())
  return (
    <section className="card partners-card capacity-card" aria-label="Time">
      <h2 className="h">Time</h2>
      <p className="meta">{plural(total, 'hour')} a month from all partners together.</p>
      <ul>
        {groups.map(({ id, label, partners }) => (
          <li key={id} className="capacity-line">
            <span className="grow">
              <b>{label}</b>
              <p className="meta">{joined(partners.map(({ name }) => name))}</p>
            </span>
          </li>
        ))}
      </ul>
      <details className="partners-gone">
        <summary>Questions before you promise more</summary>
        {questionsBefore.map(({ label, questions }) => (
          <div key={label} className="capacity-questions">
            <h3>{label}</h3>
            <ul>
              {questions.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
        <p className="meta">{readingBefore}</p>
      </details>
    </section>
  )
}
