import { lazy, Suspense, useMemo } from 'react'
import { subjectOf } from '../../../shared/workshop/subject'
import { useTools } from '../../app/tools-context'
import type { StageProps } from '../client-tool'

/** The step's own list of notes: what was asked and what is still open about the map. */
export function Notes({ step }: StageProps) {
  const loadNoteList = useTools().ideas?.loadNoteList
  const NoteList = useMemo(
    () => (loadNoteList ? lazy(async () => ({ default: (await loadNoteList()).NoteList })) : undefined),
    [loadNoteList],
  )
  if (!NoteList) return null
  return (
    <div className="card smap-panel">
      <Suspense fallback={null}>
        <NoteList promptId={subjectOf(step).id} />
      </Suspense>
    </div>
  )
}
