import { useRef } from 'react'
import type { Party } from '../../shared/tools/tool'
import { useDocs } from './docs-context'

/** The partners; the same array until one of them changed. */
export function useParties(): readonly Party[] {
  const parties = useDocs().parties()
  const kept = useRef<{ readonly text: string; readonly parties: readonly Party[] }>({ text: '[]', parties: [] })
  const text = JSON.stringify(parties)
  if (kept.current.text !== text) kept.current = { text, parties }
  return kept.current.parties
}
