import { useEffect, useState } from 'react'

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  /** Id of the list of suggestions. */
  readonly list: string
  readonly maxLength: number
  /** Told once, when the person is done. */
  readonly onSettled: (words: string) => void
}

/** A line of words that is written when the person leaves it or presses Enter; until then nobody else's change replaces it. */
export function WordsField({ label, value, list, maxLength, onSettled }: WordsFieldProps) {
  const [words, setWords] = useState(value)
  const [isEditing, setEditing] = useState(false)
  useEffect(() => {
    if (!isEditing) setWords(value)
  }, [value, isEditing])

  function settle() {
    setEditing(false)
    if (words.trim() !== value) onSettled(words.trim())
  }

  return (
    <input
      className="input"
      aria-label={label}
      list={list}
      maxLength={maxLength}
      value={words}
      onChange={(event) => {
        setEditing(true)
        setWords(event.target.value)
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
