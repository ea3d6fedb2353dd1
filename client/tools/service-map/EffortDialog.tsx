import { Trash2 } from 'lucide-react'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { addEffort, editEffort } from '../../../shared/tools/service-map/commands'
import { effortStates } from '../../../shared/tools/service-map/effort-words'
import { type Effort, EffortState, mostEfforts, type StageId } from '../../../shared/tools/service-map/schema'
import type { ServiceMap } from '../../../shared/tools/service-map/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { FormDialog } from '../../ui/FormDialog'
import { toast } from '../../ui/toast'

interface EffortDialogProps {
  readonly map: ServiceMap
  /** Absent to write one down. */
  readonly effort?: Effort
  readonly onClose: () => void
}

interface Draft {
  readonly label: string
  readonly partnerId: string
  readonly stageId: string
  readonly state: EffortState
  readonly findings: string
}

/** What is being done already: who says so, how far the group knows it, and what a look at it showed. */
export function EffortDialog({ map, effort, onClose }: EffortDialogProps) {
  const { board, actor, serverNow } = useWorkshop()
  const [before] = useState<Draft>(() => ({
    label: effort?.label ?? '',
    partnerId: effort?.partnerId ?? '',
    stageId: effort?.stageId ?? '',
    state: effort?.state ?? 'said',
    findings: effort?.findings ?? '',
  }))
  const [draft, setDraft] = useState(before)
  const [tried, setTried] = useState(false)
  const fault = draft.label.trim() === '' ? 'Type what is being done.' : undefined

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault) return
    const fields = {
      label: draft.label.trim(),
      partnerId: draft.partnerId || undefined,
      stageId: (draft.stageId || undefined) as StageId | undefined, // a choice among the stages of the map
      state: draft.state,
      findings: draft.findings.trim() || undefined,
    }
    if (!effort) {
      const isKept = addEffort(board, actor, fields) !== undefined
      toast({ message: isKept ? `${fields.label} written down` : `The list holds at most ${mostEfforts}. Take one off first.` })
      if (!isKept) return
    } else {
      const changed = Object.entries(fields).filter(([key]) => draft[key as keyof Draft] !== before[key as keyof Draft])
      editEffort(board, actor, effort.id, Object.fromEntries(changed))
    }
    onClose()
  }

  function takeOff({ id, label }: Effort) {
    editEffort(board, actor, id, { removedAtMs: serverNow() })
    toast({
      message: `${label} taken off the list`,
      action: { label: 'Undo', run: () => editEffort(board, actor, id, { removedAtMs: undefined }) },
    })
    onClose()
  }

  return (
    <FormDialog
      title={effort ? 'Change an effort' : 'Write down an effort'}
      save={effort ? 'Save the effort' : 'Write it down'}
      more={
        effort ? (
          <Button variant="ghost" Icon={Trash2} onClick={() => takeOff(effort)}>
            Take it off the list
          </Button>
        ) : null
      }
      onSubmit={save}
      onClose={onClose}
    >
      <Field label="What is being done" error={tried ? fault : undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={draft.label}
            maxLength={limits.titleLength}
            onChange={({ target }) => setDraft({ ...draft, label: target.value })}
          />
        )}
      </Field>
      <div className="smap-pair">
        <Choice label="Who says so" value={draft.partnerId} onChange={(partnerId) => setDraft({ ...draft, partnerId })}>
          <option value="">Nobody on the list</option>
          {map.parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice label="Stage" value={draft.stageId} onChange={(stageId) => setDraft({ ...draft, stageId })}>
          <option value="">Not said yet</option>
          {map.stages.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Choice>
      </div>
      <Choice label="How far we know it" value={draft.state} onChange={(state) => setDraft({ ...draft, state: EffortState.parse(state) })}>
        {EffortState.options.map((state) => (
          <option key={state} value={state}>
            {effortStates[state].label}
          </option>
        ))}
      </Choice>
      <Field label="What a look at it showed" hint="For whom, how many, with what result.">
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            value={draft.findings}
            maxLength={limits.noteLength}
            onChange={({ target }) => setDraft({ ...draft, findings: target.value })}
          />
        )}
      </Field>
    </FormDialog>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
          {children}
        </select>
      )}
    </Field>
  )
}
