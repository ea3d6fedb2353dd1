import type { CSSProperties } from 'react'
import { joined } from '../../../../shared/doc/words'
import type { OptionResult, Round } from '../../../../shared/tools/votes/schema'
import { asDecidedOn, isProvisional } from '../late/standing'
import { barShare, type CountedResult, isCounted, measureAsFigure, measureHeads } from '../results/measure'
import { isRevealed, isRevealing, roomOptions, roomPlaces } from '../results/places'
import { labelOf } from '../words'

/** The result on the projector: everything at once, or place by place as the facilitator reveals it. */
export function RoomResults({ round: held }: { readonly round: Round }) {
  const round = asDecidedOn(held)
  const { result, method, recorded } = round
  if (result?.withheld)
    return <p className="votes-room-terms">Fewer than 3 people voted, so the totals stay unsaid.{standingInWords(held)}</p>
  const options = result?.options ?? []
  const places = roomPlaces(options)
  const shown = roomOptions(options)
  const unit = method === 'dots' ? '' : ` Counted: ${measureHeads[method]?.toLowerCase()}.`
  const part = shown.length < options.length ? ` The first ${shown.length} of ${options.length} stand here.` : ''
  return (
    <>
      <p className="votes-room-terms">
        Vote closed. {result?.voters ?? 0} of {round.turnout.eligible} voted.{unit}
        {part}
        {standingInWords(held)}
      </p>
      {isCounted(result) ? (
        <ol className="votes-room-results">
          {shown.map((option) => (
            <RoomRow key={option.id} round={round} result={result} option={option} shown={isRevealed(places, option.rank, round.reveal)} />
          ))}
        </ol>
      ) : null}
      {recorded && !isRevealing(places, round.reveal) ? <p className="votes-room-decided voice">{recorded.words}</p> : null}
    </>
  )
}

interface RoomRowProps {
  readonly round: Round
  readonly result: CountedResult
  readonly option: OptionResult
  readonly shown: boolean
}

function RoomRow({ round, result, option, shown }: RoomRowProps) {
  if (!shown) {
    return (
      <li>
        <i>{option.rank}</i>
        <span className="votes-room-label votes-room-to-come">Still to come</span>
      </li>
    )
  }
  return (
    <li>
      <i>
        {option.rank}
        {option.tied ? <span className="votes-room-tie"> tie</span> : null}
      </i>
      <span className="votes-room-label">{labelOf(round, option.id)}</span>
      <span className="votes-linebar" style={{ '--n': barShare(round.method, result, option) } as CSSProperties} aria-hidden />
      <b>{measureAsFigure(round.method, result, option)}</b>
    </li>
  )
}

function standingInWords(round: Round): string {
  if (isProvisional(round)) return ` Provisional: nobody spoke for ${joined(round.provisional?.missing ?? [])}.`
  return round.final ? ' Final.' : ''
}
