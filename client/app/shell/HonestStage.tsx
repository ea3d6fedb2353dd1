import { lazy, Suspense, useMemo } from 'react'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { durationWords } from '../../../shared/workshop/selectors'
import { subjectOf } from '../../../shared/workshop/subject'
import { Prompt } from '../../ui/Prompt'
import { StageLayout } from '../../ui/StageLayout'
import { useTools } from '../tools-context'
import { Script } from './Script'

interface HonestStageProps {
  readonly step: AgendaStep
  /** Facilitators only. */
  readonly script: string | undefined
}

/** A step to talk in, or one whose tool is not built yet: prompt, script, and a shared list of notes. */
export function HonestStage({ step, script }: HonestStageProps) {
  const loadNoteList = useTools().ideas?.loadNoteList
  const NoteList = useMemo(
    () => (loadNoteList ? lazy(async () => ({ default: (await loadNoteList()).NoteList })) : undefined),
    [loadNoteList],
  )
  return (
    <StageLayout side={script ? <Script text={script} /> : undefined} sideLabel="Facilitator’s script">
      <div className="honest">
        <Prompt>{step.prompt ?? step.title}</Prompt>
        {step.tool === 'talk' ? (
          <p className="meta">{step.minutes > 0 ? `${durationWords(step.minutes)} to talk. ` : ''}Write down what the group should keep.</p>
        ) : (
          <p className="meta">This step has no board of its own in this version. Talk it through, and keep what matters as notes.</p>
        )}
        {NoteList ? (
          <Suspense fallback={null}>
            <NoteList promptId={subjectOf(step).id} />
          </Suspense>
        ) : null}
      </div>
    </StageLayout>
  )
}
