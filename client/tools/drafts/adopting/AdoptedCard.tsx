import { BadgeCheck, CalendarClock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { adoptionBadge } from '../../../../shared/tools/drafts/adopting/adoption-words'
import { isReviewDue, reviewDay } from '../../../../shared/tools/drafts/adopting/review'
import type { AdoptedStatement } from '../../../../shared/tools/drafts/schema'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { isToSign } from '../../../../shared/tools/drafts/signing/signatories'
import { useWorkshop } from '../../../app/workshop-context'
import { Chip } from '../../../ui/Chip'
import { CheckSlot } from '../CheckSlot'
import { EvidenceDialog } from '../evidence/EvidenceDialog'
import { PhraseWording } from '../evidence/PhraseWording'
import { wordingFrom } from '../live-wording'
import { MinorityPart } from '../minority/MinorityPart'
import { SigningPart } from '../signing/SigningPart'
import { WordingView } from '../WordingView'
import { AdoptedActions } from './AdoptedActions'
import { AdoptionProof } from './AdoptionProof'
import { Lineage } from './Lineage'
import '../editor/editor.css'
import './adopting.css'

interface AdoptedCardProps {
  readonly statement: AdoptedStatement
  /** A new version of it is being written. */
  readonly isRevised: boolean
}

/** A wording in force: its words, how it was adopted, what came before it, and the hash that proves it. */
export function AdoptedCard({ statement, isRevised }: AdoptedCardProps) {
  const { serverNow } = useWorkshop()
  const { adopted, reviews, version } = statement
  const wording = useMemo(() => wordingFrom(keptBlocks(adopted)), [adopted])
  const [opened, setOpened] = useState<{ readonly place?: number }>()

  return (
    <article className="card drafts-card drafts-adopted" aria-labelledby={`t-${statement.id}`}>
      <header className="drafts-card-head">
        <span className="row g3 drafts-name">
          <h2 className="h" id={`t-${statement.id}`}>
            {statement.title}
          </h2>
          {version > 1 || isRevised ? <span className="meta">version {version}, in force</span> : null}
        </span>
        {isReviewDue(statement, serverNow()) ? (
          <Chip tone="warn" Icon={CalendarClock}>
            Due for review
          </Chip>
        ) : null}
        <Chip tone="ok" Icon={BadgeCheck}>
          {adoptionBadge(adopted)}
        </Chip>
      </header>
      {adopted.evidence ? (
        <PhraseWording
          blocks={wording.blocks}
          evidence={adopted.evidence}
          className="drafts-text"
          onOpen={(place) => setOpened({ place })}
        />
      ) : (
        <WordingView blocks={wording.blocks} className="drafts-text" />
      )}
      <footer className="drafts-proof">
        {isToSign(statement) && !isRevised ? <SigningPart statement={statement} /> : null}
        <AdoptionProof adopted={adopted} reviews={reviews} nextReview={reviewDay(statement)} />
        <MinorityPart draftId={statement.id} isAdopted />
        <Lineage statement={statement} />
        <AdoptedActions statement={statement} wording={wording} isRevised={isRevised} onOrigins={() => setOpened({})} />
      </footer>
      {adopted.evidence && opened ? (
        <EvidenceDialog
          blocks={wording.blocks}
          evidence={adopted.evidence}
          opened={opened.place === undefined ? undefined : { place: opened.place }}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
      <CheckSlot draftId={statement.id} text={adopted.text} textHash={adopted.textHash} isAdopted />
    </article>
  )
}
