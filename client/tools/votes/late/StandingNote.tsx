import { Flag, Hourglass } from 'lucide-react'
import { finalInWords } from '../../../../shared/tools/votes/final-words'
import type { Round } from '../../../../shared/tools/votes/schema'
import './late.css'
import { missingInWords, waitsInWords } from './standing'

interface StandingNoteProps {
  readonly round: Round
  readonly late: Round | undefined
}

/** For everybody: who was missing, and what it means for this result. */
export function StandingNote({ round, late }: StandingNoteProps) {
  if (!round.provisional) return null
  const Icon = round.final ? Flag : Hourglass
  return (
    <p className={round.final ? 'late-note settled' : 'late-note'}>
      <Icon className="i" aria-hidden />
      <span>
        <b>{missingInWords(round)}</b> {round.final ? finalInWords(round, round.final) : waitsInWords(late)}
      </span>
    </p>
  )
}
