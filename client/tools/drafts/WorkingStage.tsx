import { Heart, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCallback, useEffect, useState } from 'react'
import { drafts } from '../../../shared/tools/drafts/collections'
import type { Statement } from '../../../shared/tools/drafts/schema'
import type { StatementLine } from '../../../shared/tools/drafts/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useSelected } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { DockSlot } from '../../ui/DockSlot'
import { StageLayout } from '../../ui/StageLayout'
import { useMedia } from '../../ui/use-media'
import { SigningSlot } from '../AgreementSlot'
import { AdoptedCard } from './adopting/AdoptedCard'
import type { AdoptingHand } from './adopting/adopting'
import { BeforeAdopt } from './adopting/BeforeAdopt'
import { showPart } from './agreement/show-part'
import { CheckSlot } from './CheckSlot'
import { CommentsSheet } from './comments/CommentsSheet'
import { useCommenting } from './comments/use-commenting'
import { type Comments, useComments } from './comments/use-comments'
import { DraftSide } from './DraftSide'
import type { DraftHand } from './editor/editor-hand'
import { useWriters, writersInWords } from './editor/use-writers'
import { GuidancePanel } from './GuidancePanel'
import { keptBegun } from './kept-begun'
import { useWording } from './live-wording'
import { MinorityPart } from './minority/MinorityPart'
import { Rivals } from './rivals/Rivals'
import type { SideTab } from './SideTabs'
import { readyDoc, useDraftRoom } from './use-draft-room'
import { WorkingDraft } from './WorkingDraft'

interface WorkingStageProps extends AdoptingHand {
  readonly line: StatementLine
  readonly working: Statement
  readonly siblings: number
  readonly head: ReactNode
  readonly picker: ReactNode
  readonly foot: ReactNode
  readonly panel: { readonly role: 'tabpanel'; readonly id: string; readonly 'aria-labelledby': string }
}

const justBegunMs = 10_000

/** A statement that is being written: the draft, the check on exactly its text, its alternatives, what comes before adopting. */
export function WorkingStage({ line, working, siblings, head, picker, foot, panel, ...adoptingHand }: WorkingStageProps) {
  const { actor, record, serverNow } = useWorkshop()
  const room = useDraftRoom(working.id)
  const wording = useWording(readyDoc(room))
  const [hand, setHand] = useState<DraftHand>()
  const begun = useSelected(drafts, record, (all) => all.filter((draft) => draft.rivalOf === working.id).length)
  const writers = writersInWords(useWriters(room?.handle.awareness), actor.id)
  const comments = useComments(working.id, readyDoc(room))
  const isWide = useMedia(besideTheText)
  const [tab, setTab] = useFirstTab(comments, actor.id)
  // Words that were left unsent are not out of sight where comments come over the text.
  const [isSheetOpen, setSheet] = useState(() => !isWide && keptBegun(actor.id, working.id) !== undefined)
  const showComments = useCallback(() => (isWide ? setTab('comments') : setSheet(true)), [isWide, setTab])
  const commenting = useCommenting(comments, readyDoc(room), { onShow: showComments, isInDialog: false })
  const isOwnAndNew = working.createdBy === actor.id && serverNow() - working.createdAtMs < justBegunMs
  // The button that began it is gone, and the focus with it.
  useEffect(() => {
    if (isOwnAndNew && document.activeElement === document.body) hand?.focus()
  }, [hand, isOwnAndNew])
  const guidance = working.composedFrom ? (
    <SigningSlot draftId={working.id} title={working.title} composedFrom={working.composedFrom} blocks={wording.blocks} onShow={showPart} />
  ) : (
    <GuidancePanel kind={working.kind} wording={wording} siblings={siblings} />
  )
  const beforeAdopting = room?.isReady ? <BeforeAdopt draft={working} wording={wording} {...adoptingHand} /> : null
  const side = isWide ? (
    <DraftSide tab={tab} onTab={setTab} comments={comments} commenting={commenting} guidance={guidance}>
      {beforeAdopting}
    </DraftSide>
  ) : (
    <div className="drafts-side">
      {guidance}
      {beforeAdopting}
    </div>
  )

  return (
    <StageLayout side={side} sideLabel={isWide ? 'Comments and guidance' : 'Guidance'}>
      <div className="drafts-stage">
        <div className="drafts-head">
          {head}
          <span className="row meta drafts-writers">
            {writers ? <PencilLine className="i s" aria-hidden /> : null}
            {writers}
          </span>
        </div>
        <div {...panel} className="drafts-panel">
          {picker}
          {working.why === undefined ? null : (
            <p className="meta">
              Why there is a version {working.version}: {working.why}
            </p>
          )}
          <WorkingDraft
            draft={working}
            room={room}
            wording={wording}
            onHand={setHand}
            comments={comments}
            commenting={commenting}
            onComments={isWide ? undefined : () => setSheet(true)}
          />
          {wording.text === '' ? null : (
            <CheckSlot id="drafts-check" draftId={working.id} text={wording.text} textHash={wording.textHash} />
          )}
          {wording.text === '' ? null : <MinorityPart draftId={working.id} isAdopted={false} />}
          <Rivals draft={working} room={room} wording={wording} rivals={line.rivals} begun={begun} hand={hand} comments={comments.doc} />
          {line.adopted ? (
            <details className="drafts-in-force">
              <summary className="meta">In force until this is adopted: version {line.adopted.version}</summary>
              <AdoptedCard statement={line.adopted} isRevised />
            </details>
          ) : null}
          {foot}
        </div>
      </div>
      <CommentsSheet open={isSheetOpen && !isWide} comments={comments} commenting={commenting} onClose={() => setSheet(false)} />
      <DockSlot>
        <Button Icon={Heart} aria-label="Resonance check" onClick={goToCheck}>
          <span className="dock-word">Resonance check</span>
        </Button>
      </DockSlot>
    </StageLayout>
  )
}

/** Comments where there are any when the page opens, or words of mine that I have not sent, else the guide; then as the person chooses. */
function useFirstTab(
  { doc, draftId, items: { open, orphaned, settled } }: Comments,
  myId: string,
): readonly [SideTab, (tab: SideTab) => void] {
  const [tab, setTab] = useState<SideTab>()
  const [isBegun] = useState(() => keptBegun(myId, draftId) !== undefined)
  const first = isBegun || open.length + orphaned.length + settled.length > 0 ? 'comments' : 'guidance'
  useEffect(() => {
    if (doc) setTab((chosen) => chosen ?? first)
  }, [doc, first])
  return [tab ?? first, setTab]
}

/** Where the side panel stands beside the text rather than below it; the same border as in the style sheets. */
const besideTheText = '(min-width: 1021px)'

function goToCheck(): void {
  const check = document.getElementById('drafts-check')
  check?.scrollIntoView({ block: 'center' })
  check?.focus()
}
