import type { Round } from '../../../../shared/tools/votes/schema'
import { FinalTable } from '../late/FinalTable'
import { isAdded } from '../late/standing'
import { Findings } from './Findings'

interface FinalFindingsProps {
  readonly round: Round
  readonly all: readonly Round[]
}

/** What came out of a round, with the late answers where they were added; the first result then stands below, as it was closed. */
export function FinalFindings({ round, all }: FinalFindingsProps) {
  if (!isAdded(round)) return round.result ? <Findings round={round} result={round.result} /> : null
  const late = all.find(({ id }) => id === round.final.lateRoundId)
  return (
    <>
      <Findings round={round} result={round.final.together} table={<FinalTable round={round} late={late} />} />
      <details className="votes-details">
        <summary>The first result, as it was closed</summary>
        <Findings round={round} result={round.result} />
      </details>
    </>
  )
}
