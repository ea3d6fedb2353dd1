import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { assessFields } from '../../../shared/tools/service-map/assessment'
import { MapStage } from '../../../shared/tools/service-map/schema'
import { editStage, type StageChanges } from '../../../shared/tools/service-map/stage-commands'
import { useWorkshop } from '../../app/workshop-context'
import { Field } from '../../ui/Field'
import { FormDialog } from '../../ui/FormDialog'
import { toast } from '../../ui/toast'

interface NeedDialogProps {
  readonly stage: MapStage
  readonly onClose: () => void
}

type Draft = Readonly<Record<(typeof assessFields)[number]['key'] | 'needPerYear', string>>

/** What a group says about one stage: how many need it, and what works and what does not. */
export function NeedDialog({ stage, onClose }: NeedDialogProps) {
  const { board, actor } = useWorkshop()
  const [before] = useState<Draft>(() => ({
    needPerYear: String(stage.needPerYear ?? ''),
    strengths: stage.strengths ?? '',
    weaknesses: stage.weaknesses ?? '',
    challenges: stage.challenges ?? '',
    gaps: stage.gaps ?? '',
  }))
  const [draft, setDraft] = useState(before)
  const [tried, setTried] = useState(false)
  const need = draft.needPerYear.trim()
  const fault = need === '' || MapStage.shape.needPerYear.safeParse(Number(need)).success ? undefined : 'Type a whole number of people.'

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault) return
    const words = assessFields.filter(({ key }) => draft[key] !== before[key]).map(({ key }) => [key, draft[key].trim() || undefined])
    const changes: StageChanges = Object.fromEntries(words)
    const number = need === before.needPerYear ? {} : { needPerYear: need === '' ? undefined : Number(need) }
    editStage(board, actor, stage.id, { ...changes, ...number })
    toast({ message: `${stage.label} changed` })
    onClose()
  }

  return (
    <FormDialog title={stage.label} save="Save what you found" onSubmit={save} onClose={onClose}>
      <Field label="People a year who need it" error={tried ? fault : undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            inputMode="numeric"
            value={draft.needPerYear}
            onChange={({ target }) => setDraft({ ...draft, needPerYear: target.value })}
          />
        )}
      </Field>
      {assessFields.map(({ key, label, hint }) => (
        <Field key={key} label={label} hint={hint}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={2}
              value={draft[key]}
              maxLength={limits.noteLength}
              onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
            />
          )}
        </Field>
      ))}
    </FormDialog>
  )
}
