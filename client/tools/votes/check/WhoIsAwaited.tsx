import { emptySeats } from '../../../../shared/tools/empty-seats'
import type { Affiliation } from '../../../../shared/tools/votes/partition'
import type { Constituency } from '../../../../shared/tools/votes/schema'
import { useDocs } from '../../../app/docs-context'
import { EmptySeats } from '../setup/EmptySeats'
import { MustAgree } from './MustAgree'
import '../setup/setup.css'

interface WhoIsAwaitedProps {
  readonly voters: readonly Affiliation[]
  readonly required: readonly Constituency[]
  readonly awaits: readonly string[]
  readonly isSecret: boolean
  readonly onRequired: (required: Constituency[]) => void
  readonly onAwaits: (awaits: readonly string[]) => void
}

/** Whose agreement a check needs, and whom its result waits for, by the partner roster and the people in the room. */
export function WhoIsAwaited({ voters, required, awaits, isSecret, onRequired, onAwaits }: WhoIsAwaitedProps) {
  const docs = useDocs()
  const seats = emptySeats(docs)
  const partners = docs.parties().map(({ name, sector, level }) => ({ organisation: name, sector, level }))
  return (
    <div className="check-who">
      <MustAgree voters={voters} partners={partners} required={required} isSecret={isSecret} onChange={onRequired} />
      <EmptySeats seats={seats} awaited={seats.map(({ words }) => words).filter((seat) => awaits.includes(seat))} onChange={onAwaits} />
    </div>
  )
}
