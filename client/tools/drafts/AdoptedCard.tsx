import { BadgeCheck, Copy, FilePen, Waypoints } from 'lucide-react'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/tools/drafts/contract'
import { recordedLines } from '../../../shared/tools/drafts/kept-concerns'
import { can } from '../../../shared/tools/drafts/permissions'
import type { AdoptedStatement } from '../../../shared/tools/drafts/schema'
import { keptBlocks } from '../../../shared/tools/drafts/selectors'
import { adoptionBadge, adoptionInWords, dayInWords } from '../../../shared/tools/drafts/words'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { toast } from '../../ui/toast'
import { attempt } from './attempt'
import { CheckSlot } from './CheckSlot'
import { copyWords } from './copy-words'
import { EvidenceDialog } from './EvidenceDialog'
import { wordingFrom } from './live-wording'
import { PhraseWording } from './PhraseWording'
import { VersionsButton } from './VersionsButton'
import { WordingView } from './WordingView'

interface AdoptedCardProps {
  readonly statement: AdoptedStatement
  /** A new version of it is being written. */
  readonly isRevised: boolean
}

/** A wording in force: its words, how it was adopted, and the hash that proves them. */
export function AdoptedCard({ statement, isRevised }: AdoptedCardProps) {
  const { actor } = useWorkshop()
  const { adopted } = statement
  const wording = useMemo(() => wordingFrom(keptBlocks(adopted)), [adopted])
  const [opened, setOpened] = useState<{ readonly place?: number }>()
  const recorded = adopted.agreement ? recordedLines(adopted.agreement) : []

  async function revise() {
    const made = await attempt(() => call(contract.reviseDraft, { params: { id: actor.workshopId, draftId: statement.id } }))
    if (made) toast({ message: `Version ${made.version} is open. The adopted text stays in force.` })
  }

  return (
    <article className="card drafts-card drafts-adopted" aria-labelledby={`t-${statement.id}`}>
      <header className="drafts-card-head">
        <span className="row g3 drafts-name">
          <h2 className="h" id={`t-${statement.id}`}>
            {statement.title}
          </h2>
          {statement.version > 1 ? <span className="meta">version {statement.version}</span> : null}
        </span>
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
        <p className="meta">{adoptionInWords(adopted)}</p>
        {adopted.overrideReason === undefined ? null : <p className="meta">Reason given: {adopted.overrideReason}</p>}
        {recorded.length > 0 ? (
          <ul className="meta">
            {recorded.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ) : null}
        {adopted.reviewOn ? <p className="meta">To be reviewed by {dayInWords(Date.parse(adopted.reviewOn))}.</p> : null}
        <details>
          <summary className="meta">Proof of the text</summary>
          <p className="meta">SHA-256 of the adopted words. It is the same in every export and on the published page.</p>
          <code className="drafts-hash">{adopted.textHash}</code>
        </details>
        <div className="row wrap">
          <Button size="sm" Icon={Copy} onClick={() => void copyWords(adopted.text)}>
            Copy the text
          </Button>
          <VersionsButton draft={statement} wording={wording} />
          {adopted.evidence ? (
            <Button size="sm" Icon={Waypoints} onClick={() => setOpened({})}>
              Where the words come from
            </Button>
          ) : null}
          {can(actor, 'drafts/revise') && !isRevised ? (
            <Button size="sm" variant="ghost" Icon={FilePen} onClick={() => void revise()}>
              Start a new version
            </Button>
          ) : null}
        </div>
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
