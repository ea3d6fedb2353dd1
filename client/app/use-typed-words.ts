import { useState } from 'react'
import { dropWords, keepWords, keptWords } from './typed-words'
import { useWorkshop } from './workshop-context'

/** Words in a field that are not sent yet. */
export interface TypedWords {
  readonly words: string
  /** They were there when the field came up: a reload or another screen came between. */
  readonly isBack: boolean
  type(next: string): void
  /** They are sent, or not wanted: the device forgets them, the field keeps what it shows. */
  drop(): void
}

/**
 * What is typed into a field, kept on this device under its place until it is sent, dropped, or its author leaves the
 * workshop: a reload loses nothing.
 *
 * @param place names the field and what it is about, for example `reply:thread_…`; the same for as long as it is shown
 * @param first what stands there before anything is typed; only what differs from it is kept
 */
export function useTypedWords(place: string, first = ''): TypedWords {
  const { id } = useWorkshop().actor
  const [kept] = useState(() => keptWords(id, place))
  const [words, setWords] = useState(kept ?? first)
  return {
    words,
    isBack: kept !== undefined,
    type(next) {
      setWords(next)
      if (next === first) dropWords(id, place)
      else keepWords(id, place, next)
    },
    drop: () => dropWords(id, place),
  }
}
