import { MessageSquareWarning, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { drafts } from '../../../../shared/tools/drafts/collections'
import { contract } from '../../../../shared/tools/drafts/contract'
import { type MinorityStatement, mayDissent, minorityStatementOf, standingBehind } from '../../../../shared/tools/drafts/minority/minority'
import { beingWrittenInWords, standingInWords } from '../../../../shared/tools/drafts/minority/minority-outline'
import { can } from '../../../../shared/tools/drafts/permissions'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { attempt } from '../attempt'
import { useWording, type Wording, wordingFrom } from '../live-wording'
import { CloseMinority } from './CloseMinority'
import './minority.css'
import { RivalDialog } from '../rivals/RivalDialog'
import { readyDoc, useDraftRoom } from '../use-draft-room'
import { WordingView } from '../WordingView'
import { StandBehind } from './StandBehind'
import { useMayDissent } from './use-may-dissent'

interface MinorityPartProps {
  readonly draftId: string
  readonly isAdopted: boolean
}

/** What those below the threshold say together, or the way for them to begin; nothing for everybody else. */
export function MinorityPart({ draftId, isAdopted }: MinorityPartProps) {
  const { record } = useWorkshop()
  const minority = minorityStatementOf(useRecords(drafts, record), draftId)
  // Whoever presses to write it has the caret in it as soon as it is there.
  const [isWriting, setWriting] = useState(false)
  if (!minority) return <BeginMinority draftId={draftId} onBegun={() => setWriting(true)} />
  const frozen = minority.minority.frozen
  return frozen ? (
    <MinorityCard minority={minority} wording={wordingFrom(keptBlocks(frozen))} isAdopted={isAdopted} />
  ) : (
    <OpenMinority minority={minority} isAdopted={isAdopted} isWriting={isWriting} onWrite={setWriting} />
  )
}

interface BeginMinorityProps {
  readonly draftId: string
  readonly onBegun: () => void
}

function BeginMinority({ draftId, onBegun }: BeginMinorityProps) {
  const { actor } = useWorkshop()
  if (!useMayDissent(draftId)) return null
  const begin = async () => {
    if (await attempt(() => call(contract.beginMinority, { params: { id: actor.workshopId, draftId } }))) onBegun()
  }
  return (
    <div className="minority-begin">
      <p className="meta">
        Those who cannot support this wording may write one shared minority statement. It is printed with the adopted version.
      </p>
      <Button size="sm" Icon={MessageSquareWarning} onClick={() => void begin()}>
        Write a minority statement
      </Button>
    </div>
  )
}

interface OpenMinorityProps {
  readonly minority: MinorityStatement
  readonly isAdopted: boolean
  readonly isWriting: boolean
  readonly onWrite: (isWriting: boolean) => void
}

function OpenMinority({ minority, isAdopted, isWriting, onWrite }: OpenMinorityProps) {
  const { actor } = useWorkshop()
  const wording = useWording(readyDoc(useDraftRoom(minority.id)))
  // Only its writers, and who may close it, see one that holds no words.
  if (wording.text === '' && !mayDissent(minority, actor) && !can(actor, 'drafts/close-minority')) return null
  return (
    <>
      <MinorityCard minority={minority} wording={wording} isAdopted={isAdopted} onWrite={() => onWrite(true)} />
      {isWriting ? <RivalDialog draft={minority} onClose={() => onWrite(false)} /> : null}
    </>
  )
}

interface MinorityCardProps {
  readonly minority: MinorityStatement
  readonly wording: Wording
  readonly isAdopted: boolean
  /** Opens it for its writers; absent once it is frozen. */
  readonly onWrite?: () => void
}

function MinorityCard({ minority, wording, isAdopted, onWrite }: MinorityCardProps) {
  const { actor } = useWorkshop()
  const isOpen = minority.state === 'open'
  const isMine = isOpen && mayDissent(minority, actor)
  const names = standingBehind(minority, wording.textHash).map(({ name }) => name)
  return (
    <section className="card minority" aria-labelledby={`t-${minority.id}`}>
      <h3 className="h" id={`t-${minority.id}`}>
        Minority statement
      </h3>
      {isOpen ? <p className="meta">{whoWrites(minority)}</p> : null}
      <WordingView blocks={wording.blocks} className="minority-text" empty="No words yet." />
      <p className="meta">{standingInWords(names)}</p>
      {isOpen ? (
        <p className="meta">{isAdopted ? (wording.text === '' ? nothingPrinted : beingWrittenInWords(minority)) : frozenWhen}</p>
      ) : null}
      <div className="row wrap">
        {isMine && onWrite ? (
          <Button size="sm" Icon={PencilLine} onClick={onWrite}>
            {wording.text === '' ? 'Write it' : 'Open to edit'}
          </Button>
        ) : null}
        {isMine ? <StandBehind minority={minority} wording={wording} /> : null}
        {isOpen && isAdopted ? <CloseMinority minority={minority} /> : null}
      </div>
    </section>
  )
}

const nothingPrinted = 'While it has no words, the document does not speak of it.'

const frozenWhen =
  'When the wording is adopted and somebody stands behind exactly these words, they are frozen with it. Else it stays open.'

function whoWrites({ minority: { writers } }: MinorityStatement): string {
  return writers
    ? 'Written by those who answered below the threshold. Only those who press “I stand behind this” are named.'
    : 'The check was secret, so everybody who takes part may write here. Only those who press “I stand behind this” are named.'
}
