import { Lightbulb } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Round, RoundResult } from '../../../../shared/tools/votes/schema'
import { NamedBallots, PublishedBallots } from '../ballot/BallotLists'
import { counted } from '../words'
import { BreakdownPart } from './BreakdownPart'
import { CountsTable } from './CountsTable'
import { MatrixPlot } from './MatrixPlot'
import { type CountedResult, isCounted } from './measure'
import { ResultsTable } from './ResultsTable'
import { identityInWords, readingOf } from './reading'
import { VerdictNote } from './VerdictNote'

interface FindingsProps {
  readonly round: Round
  readonly result: RoundResult
  /** In place of the table of this result. */
  readonly table?: ReactNode
}

/** What came out of a closed round and how to read it; or why it stays unsaid. */
export function Findings({ round, result, table }: FindingsProps) {
  if (!isCounted(result)) {
    return (
      <p className="votes-read">
        <Lightbulb className="i" aria-hidden />
        <span>
          {counted(result.voters, 'ballot')} came in. With fewer than 3, the totals of a secret vote would give people away, so they stay
          unsaid.
        </span>
      </p>
    )
  }
  return (
    <>
      {result.verdict ? <VerdictNote verdict={result.verdict} /> : null}
      <div className={round.method === 'matrix' ? 'votes-with-plot' : undefined}>
        {round.method === 'matrix' ? <MatrixPlot result={result} /> : null}
        {table ?? <ResultsTable round={round} result={result} />}
      </div>
      <Reading round={round} result={result} />
      {result.identity ? <p className="meta votes-identity">{identityInWords(result.identity)}</p> : null}
      <CountsTable round={round} result={result} />
      <BreakdownPart round={round} result={result} />
      {result.ballots ? <NamedBallots round={round} ballots={result.ballots} /> : null}
      {result.published ? <PublishedBallots round={round} published={result.published} /> : null}
    </>
  )
}

function Reading({ round, result }: { readonly round: Round; readonly result: CountedResult }) {
  const remarks = readingOf(round, result)
  if (remarks.length === 0) return null
  return (
    <div className="votes-read">
      <Lightbulb className="i" aria-hidden />
      <div>
        {remarks.map(({ head, words }) => (
          <p key={words}>
            {head ? <b>{head}</b> : null} {words}
          </p>
        ))}
      </div>
    </div>
  )
}
