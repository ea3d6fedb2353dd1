import type { FormEvent } from 'react'
import { useState } from 'react'
import { learningKinds } from '../../../../shared/content/capacity'
import { limits } from '../../../../shared/sync/limits'
import { editLearning, planLearning } from '../../../../shared/tools/partners/capacity/commands'
import { type Learning, type LearningFields, LearningFormat, type Skill } from '../../../../shared/tools/partners/capacity/schema'
import { Day } from '../../../../shared/tools/partners/schema'
import { onRoster } from '../../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { Field } from '../../../ui/Field'
import { FormDialog } from '../../../ui/FormDialog'
import { usePartners } from '../use-roster'

interface LearningDialogProps {
  readonly skill: Skill
  /** Absent to plan a new one. */
  readonly learning: Learning | undefined
  /** What the form begins with. */
  readonly proposed: LearningFields
  readonly onClose: () => void
}

/** Plans how a skill is learnt: in which way, on which day, who comes, and who teaches. */
export function LearningDialog({ skill, learning, proposed, onClose }: LearningDialogProps) {
  const { board, actor } = useWorkshop()
  const roster = onRoster(usePartners())
  const [format, setFormat] = useState(proposed.format)
  const [who, setWho] = useState(proposed.who)
  const [mentorId, setMentorId] = useState(proposed.mentorId ?? '')
  const [provider, setProvider] = useState(proposed.provider ?? '')
  const [on, setOn] = useState(proposed.on ?? '')
  const kind = learningKinds.find(({ id }) => id === format)

  function save(event: FormEvent) {
    event.preventDefault()
    const said = { format, who, mentorId: mentorId || undefined, provider: provider.trim() || undefined, on: Day.safeParse(on).data }
    if (learning) editLearning(board, actor, learning.id, said)
    else planLearning(board, actor, { ...said, skillId: skill.id, isDone: false })
    onClose()
  }

  return (
    <FormDialog title={`How to learn: ${skill.name}`} save={learning ? 'Save it' : 'Plan it'} onSubmit={save} onClose={onClose}>
      <Field label="Way to learn" hint={kind ? `Best for: ${lowerFirst(kind.bestFor)}. Usually ${lowerFirst(kind.typical)}.` : undefined}>
        {(control) => (
          <select {...control} className="input" value={format} onChange={(event) => setFormat(LearningFormat.parse(event.target.value))}>
            {learningKinds.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Day">
        {(control) => <input {...control} type="date" className="input" value={on} onChange={(event) => setOn(event.target.value)} />}
      </Field>
      <Field label="Partner that teaches or mentors">
        {(control) => (
          <select {...control} className="input" value={mentorId} onChange={(event) => setMentorId(event.target.value)}>
            <option value="">None of the partners</option>
            {roster.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {mentorId === '' ? (
        <Field label="Who gives it instead" hint="A trainer, an agency, a course.">
          {(control) => (
            <input
              {...control}
              className="input"
              value={provider}
              maxLength={limits.titleLength}
              onChange={(event) => setProvider(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <fieldset className="capacity-choice">
        <legend>Who comes</legend>
        {roster.map(({ id, name }) => (
          <label key={id} className="row">
            <input
              type="checkbox"
              checked={who[id] ?? false}
              onChange={({ target }) => setWho(target.checked ? { ...who, [id]: true } : without(who, id))}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  )
}

function without(who: LearningFields['who'], id: string): LearningFields['who'] {
  return Object.fromEntries(Object.entries(who).filter(([each]) => each !== id))
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
