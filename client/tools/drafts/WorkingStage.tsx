import { Heart, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { drafts } from '../../../shared/tools/drafts/collections'
import type { Statement } from '../../../shared/tools/drafts/schema'
import type { StatementLine } from '../../../shared/tools/drafts/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useSelected } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { DockSlot } from '../../ui/DockSlot'
import { StageLayout } from '../../ui/StageLayout'
import { AdoptedCard } from './AdoptedCard'
import { BeforeAdopt } from './BeforeAdopt'
import { CheckSlot } from './CheckSlot'
import type { DraftHand } from './editor-hand'
import { GuidancePanel } from './GuidancePanel'
import { useWording } from './live-wording'
import { Rivals } from './Rivals'
import { readyDoc, useDraftRoom } from './use-draft-room'
import { useWriters, writersInWords } from './use-writers'
import { WorkingDraft } from './WorkingDraft'

interface WorkingStageProps {
  readonly line: StatementLine
  readonly working: Statement
  readonly siblings: number
  readonly head: ReactNode
  readonly picker: ReactNode
  readonly foot: ReactNode
  readonly panel: { readonly role: 'tabpanel'; readonly id: string; readonly 'aria-labelledby': string }
}

/** A statement that is being written: the draft, the check on exactly its text, its alternatives, what comes before adopting. */
export function WorkingStage({ line, working, siblings, head, picker, foot, panel }: WorkingStageProps) {
  const { actor, record } = useWorkshop()
  const room = useDraftRoom(working.id)
  const wording = useWording(readyDoc(room))
  const [hand, setHand] = useState<DraftHand>()
  const begun = useSelected(drafts, record, (all) => all.filter((draft) => draft.rivalOf === working.id).length)
  const writers = writersInWords(useWriters(room?.handle.awareness), actor.id)
  const side = (
    <div className="drafts-side">
      <GuidancePanel kind={working.kind} wording={wording} siblings={siblings} />
      {room?.isReady ? <BeforeAdopt draft={working} wording={wording} /> : null}
    </div>
  )

  return (
    <StageLayout side={side} sideLabel="Guidance">
      <div className="drafts-stage">
        <div className="drafts-head">
          {head}
          {writers ? (
            <span className="row meta drafts-writers">
              <PencilLine className="i s" aria-hidden />
              {writers}
            </span>
          ) : null}
        </div>
        <div {...panel} className="drafts-panel">
          {picker}
          <WorkingDraft draft={working} room={room} wording={wording} onHand={setHand} />
          {wording.text === '' ? null : <CheckSlot id="drafts-check" draftId={working.id} textHash={wording.textHash} />}
          <Rivals draft={working} wording={wording} rivals={line.rivals} begun={begun} hand={hand} />
          {line.adopted ? (
            <details className="drafts-in-force">
              <summary className="meta">In force until this is adopted: version {line.adopted.version}</summary>
              <AdoptedCard statement={line.adopted} isRevised />
            </details>
          ) : null}
          {foot}
        </div>
      </div>
      <DockSlot>
        <Button Icon={Heart} aria-label="Resonance check" onClick={goToCheck}>
          <span className="dock-word">Resonance check</span>
        </Button>
      </DockSlot>
    </StageLayout>
  )
}

function goToCheck(): void {
  const check = document.getElementById('drafts-check')
  check?.scrollIntoView({ block: 'center' })
  check?.focus()
}
