import { classNames } from './class-names'

interface AvatarProps {
  readonly person: { readonly name: string; readonly colour: number }
  readonly size?: 'xs' | 's' | 'm' | 'l'
  readonly state?: 'done' | 'wait' | 'away'
  /** Facilitators wear a ring. */
  readonly ring?: boolean
  /** The name stands beside it, so it says nothing itself. */
  readonly decorative?: boolean
}

const stateWords = { done: ', done', wait: ', waiting', away: ', away' } as const

/** A person's initials in their colour. */
export function Avatar({ person, size = 'm', state, ring, decorative }: AvatarProps) {
  const className = classNames('av', `c${person.colour}`, size !== 'm' && size, state, ring && 'ring')
  if (decorative) {
    return (
      <span className={className} aria-hidden>
        {initials(person.name)}
      </span>
    )
  }
  return (
    <span className={className} role="img" aria-label={`${person.name}${state ? stateWords[state] : ''}`} title={person.name}>
      {initials(person.name)}
    </span>
  )
}

/** First letters of the first and last word, for example `AO`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
