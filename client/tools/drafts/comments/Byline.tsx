import type { ReactNode } from 'react'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Avatar } from '../../../ui/Avatar'
import { agoInWords } from '../ago'

interface BylineProps {
  readonly personId: string
  readonly atMs: number
  /** The first of a card also says for whom the person speaks. */
  readonly isHead?: boolean | undefined
  /** What can be done with it. */
  readonly children?: ReactNode
}

/** Who said something, and when. */
export function Byline({ personId, atMs, isHead, children }: BylineProps) {
  const { record, serverNow } = useWorkshop()
  const person = useRecord(participants, record, personId)
  const ago = agoInWords(serverNow() - atMs, atMs)
  return (
    <header className="row comments-by">
      <Avatar person={person ?? somebody} size={isHead ? 's' : 'xs'} decorative />
      <span className="comments-who">
        <b dir="auto">{person?.name ?? somebody.name}</b>
        <span className="fine">{isHead && person?.organisation ? `${person.organisation} · ${ago}` : ago}</span>
      </span>
      {children}
    </header>
  )
}

const somebody = { name: 'Somebody', colour: 8 }

/** A person's name; `Somebody` for one who is not known any more. */
export function useNameOf(personId: string): string {
  return useRecord(participants, useWorkshop().record, personId)?.name ?? somebody.name
}
