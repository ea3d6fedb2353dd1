import { adoptionBadge } from '../../../shared/tools/drafts/adopting/adoption-words'
import { keptBlocks, lineOfStep, statementLines } from '../../../shared/tools/drafts/selectors'
import { answerInWords } from '../../../shared/tools/drafts/words'
import type { StageProps } from '../client-tool'
import './room.css'
import { useAgreement } from './adopting/use-agreement'
import { useWording } from './live-wording'
import { readyDoc, useDraftRoom } from './use-draft-room'
import { useStatements } from './use-statements'
import { WordingView } from './WordingView'

/** The wording of this step, large, and how many answered what about it; nobody's name. */
export function RoomPanel({ step }: StageProps) {
  const { all } = useStatements()
  const line = lineOfStep(all, step) ?? statementLines(all)[0]
  const wording = useWording(readyDoc(useDraftRoom(line?.working?.id)))
  if (!line) return null
  const adopted = line.working ? undefined : line.adopted
  return (
    <div className="drafts-room">
      <WordingView blocks={adopted ? keptBlocks(adopted.adopted) : wording.blocks} empty="The words come here as they are written." />
      {adopted ? <p className="drafts-room-note">{adoptionBadge(adopted.adopted)}</p> : null}
      {line.working && wording.text !== '' ? <Counts draftId={line.working.id} textHash={wording.textHash} /> : null}
    </div>
  )
}

/** Shown where the display belongs to a facilitator, as it does in a room. */
function Counts({ draftId, textHash }: { readonly draftId: string; readonly textHash: string }) {
  const { agreement } = useAgreement(draftId, textHash)
  if (!agreement) return null
  return (
    <p className="drafts-room-counts">
      {agreement.levels.map(({ answer, people }) => (
        <span key={answer}>
          {answerInWords(agreement.method, answer)}: <b>{people}</b>
        </span>
      ))}
      <span>
        {agreement.answered} of {agreement.eligible} answered
      </span>
    </p>
  )
}
