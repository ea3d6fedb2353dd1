import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { RecordRef } from '../../../../shared/doc/ids'
import { acceptedWordings } from '../../../../shared/tools/drafts/collections'
import type { Evidence, EvidencePhrase } from '../../../../shared/tools/drafts/evidence/evidence-schema'
import {
  coverageInWords,
  decisionInWords,
  decisionsOnPhrase,
  isWrittenFresh,
  sourceInWords,
  sourcesOfPhrase,
} from '../../../../shared/tools/drafts/evidence/evidence-words'
import { Chip } from '../../../ui/Chip'
import './evidence.css'

/** A phrase that was pressed; pressed again, it is another one. */
export interface OpenedPhrase {
  readonly place: number
}

interface EvidenceListProps {
  readonly evidence: Evidence
  /** The phrase that is open when the list comes up. */
  readonly opened: OpenedPhrase | undefined
  /** What can be done with a phrase's sources, below them. */
  readonly actions?: (phrase: number) => ReactNode
  /** The way to an earlier version that words come from; nothing for any other source. */
  readonly wayTo: (ref: RecordRef) => ReactNode
}

/** Phrase by phrase, where the words of a wording come from: the twin of the marked text. */
export function EvidenceList({ evidence, opened, actions, wayTo }: EvidenceListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const item = opened === undefined ? undefined : list.current?.querySelectorAll('details')[opened.place]
    if (!item) return
    item.open = true
    // The dialog around it takes the focus when it comes up, which is just after this.
    queueMicrotask(() => {
      item.querySelector('summary')?.focus()
      item.scrollIntoView({ block: 'nearest' })
    })
  }, [opened])

  const rewritten = evidence.rewritten.flatMap((place) => evidence.sources[place] ?? [])
  const onWording = evidence.decisions.filter(({ isOnWording }) => isOnWording)
  return (
    <div className="evidence">
      <p className="meta">{coverageInWords(evidence)}</p>
      <ol className="evidence-list" ref={list} aria-label="Phrases">
        {evidence.phrases.map((phrase, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phrase is its place in the text
          <li key={place}>
            <details>
              <summary>
                <span className="voice">{phrase.text}</span>
                <Chip>{countOf(evidence, phrase)}</Chip>
              </summary>
              <PhraseSources evidence={evidence} place={place} wayTo={wayTo} />
              {actions?.(place)}
            </details>
          </li>
        ))}
      </ol>
      <Lines title="Decided about these words" lines={onWording.map(decisionInWords)} />
      <Lines
        title="Also behind this wording, in words that were rewritten since"
        lines={rewritten.map((source) => sourceInWords(source))}
      />
    </div>
  )
}

function PhraseSources({ evidence, place, wayTo }: Pick<EvidenceListProps, 'evidence' | 'wayTo'> & { readonly place: number }) {
  const phrase = evidence.phrases[place]
  if (!phrase) return null
  const own = sourcesOfPhrase(evidence, phrase)
  return (
    <div className="evidence-sources">
      {own.length === 0 ? <p>Written fresh: nobody has said where it comes from.</p> : null}
      <ul>
        {own.map(({ ref, kind, words, by, why, isGone }) => (
          <li key={`${ref.collection}/${ref.id}`}>
            <span className="fine">
              {kind}
              {by === undefined ? '' : ` · ${by}`}
              {isGone ? ' · deleted since' : ''}
            </span>
            <span className="evidence-words">{words}</span>
            {why === undefined ? null : <span className="fine">Because: {why}</span>}
            {wayTo(ref)}
          </li>
        ))}
      </ul>
      {own.length > 0 && isWrittenFresh(evidence, phrase) ? <p className="fine">Written fresh there.</p> : null}
      <Lines title="Decided about these sources" lines={decisionsOnPhrase(evidence, phrase).map(decisionInWords)} />
    </div>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section className="evidence-lines">
      <h3 className="fine">{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** For example `2 × Note · Proposed wording by Amara Okafor`; what there is several of is counted. */
function countOf(evidence: Evidence, phrase: EvidencePhrase): string {
  if (phrase.sources.length === 0) return 'Written fresh'
  const kinds = sourcesOfPhrase(evidence, phrase).map(({ ref, kind, by }) =>
    ref.collection === acceptedWordings.name && by !== undefined
      ? `${kind} by ${by}`
      : kind.replace(/^Adopted wording, (?=version)/, 'From '),
  )
  const counted = [...new Set(kinds)].map((kind) => {
    const count = kinds.filter((each) => each === kind).length
    return count > 1 ? `${count} × ${kind}` : kind
  })
  return counted.join(' · ')
}
