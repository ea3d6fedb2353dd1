import { adoptedBlocks, lineOfStep, statementLines } from '../../../shared/tools/drafts/selectors'
import { adoptionBadge } from '../../../shared/tools/drafts/words'
import type { StageProps } from '../client-tool'
import './drafts.css'
import { useWording } from './live-wording'
import { readyDoc, useDraftRoom } from './use-draft-room'
import { useStatements } from './use-statements'
import { WordingView } from './WordingView'

/** The wording of this step, large; nobody's name. */
export function RoomPanel({ step }: StageProps) {
  const { all } = useStatements()
  const line = lineOfStep(all, step) ?? statementLines(all)[0]
  const wording = useWording(readyDoc(useDraftRoom(line?.working?.id)))
  if (!line) return null
  const adopted = line.working ? undefined : line.adopted
  return (
    <div className="drafts-room">
      <WordingView blocks={adopted ? adoptedBlocks(adopted.adopted) : wording.blocks} empty="The words come here as they are written." />
      {adopted ? <p className="drafts-room-note">{adoptionBadge(adopted.adopted)}</p> : null}
    </div>
  )
}
