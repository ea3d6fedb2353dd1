import { dayInWords } from '../../../../shared/doc/day'
import { reviewInWords } from '../../../../shared/tools/drafts/adopting/adoption-outline'
import { adoptionInWords } from '../../../../shared/tools/drafts/adopting/adoption-words'
import { recordedLines } from '../../../../shared/tools/drafts/adopting/kept-concerns'
import { standingInWords } from '../../../../shared/tools/drafts/adopting/standing'
import type { Adoption, Review } from '../../../../shared/tools/drafts/schema'

interface AdoptionProofProps {
  readonly adopted: Adoption
  readonly reviews?: readonly Review[] | undefined
  /** The day on which it is looked at next; absent when none is set, or when it is in force no more. */
  readonly nextReview?: string | undefined
}

/** How a wording was adopted: by whom, how they were asked, the spread, who took part, reservations, reviews, and its hash. */
export function AdoptionProof({ adopted, reviews = [], nextReview }: AdoptionProofProps) {
  const { agreement, overrideReason, textHash } = adopted
  const recorded = agreement ? recordedLines(agreement) : []
  return (
    <>
      <p className="meta">{adoptionInWords(adopted)}</p>
      {agreement && agreement.answered > 0
        ? standingInWords(agreement, true).map((sentence) => (
            <p key={sentence} className="meta">
              {sentence}
            </p>
          ))
        : null}
      {overrideReason === undefined ? null : <p className="meta">Reason given: {overrideReason}</p>}
      {recorded.length > 0 ? (
        <ul className="meta" aria-label="Reservations and concerns">
          {recorded.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {reviews.map((review) => (
        <p key={review.atMs} className="meta">
          {reviewInWords(review)}
        </p>
      ))}
      {nextReview === undefined ? null : <p className="meta">To be reviewed by {dayInWords(Date.parse(nextReview))}.</p>}
      <details>
        <summary className="meta">Proof of the text</summary>
        <p className="meta">SHA-256 of the adopted words. It is the same in every export and on the published page.</p>
        <code className="drafts-hash">{textHash}</code>
      </details>
    </>
  )
}
