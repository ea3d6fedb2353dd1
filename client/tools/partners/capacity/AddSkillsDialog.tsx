import type { FormEvent } from 'react'
import { useState } from 'react'
import { skillTopics } from '../../../../shared/content/capacity'
import { nameKey } from '../../../../shared/doc/name-key'
import { limits } from '../../../../shared/sync/limits'
import { needSkills } from '../../../../shared/tools/partners/capacity/commands'
import { entriesOf } from '../../../../shared/tools/partners/fields'
import { useWorkshop } from '../../../app/workshop-context'
import { Field } from '../../../ui/Field'
import { FormDialog } from '../../../ui/FormDialog'
import { useSkillCover } from './use-capacity'

/** Names skills that the work asks for: usual ones to tick, others to type. */
export function AddSkillsDialog({ onClose }: { readonly onClose: () => void }) {
  const { board, actor } = useWorkshop()
  const known = useSkillCover().map(({ skill }) => nameKey(skill.name))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [others, setOthers] = useState('')
  const [tried, setTried] = useState(false)
  const names = [...chosen, ...entriesOf(others).map((name) => name.slice(0, limits.nameLength))]

  function add(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (names.length === 0) return
    needSkills(board, actor, names)
    onClose()
  }

  return (
    <FormDialog title="Add skills" save="Add the skills" onSubmit={add} onClose={onClose}>
      <fieldset className="capacity-choice">
        <legend>Skills that such work often asks for</legend>
        {skillTopics
          .filter(({ label }) => !known.includes(nameKey(label)))
          .map(({ id, label }) => (
            <label key={id} className="row">
              <input
                type="checkbox"
                checked={chosen.includes(label)}
                onChange={({ target }) => setChosen(target.checked ? [...chosen, label] : chosen.filter((each) => each !== label))}
              />
              {label}
            </label>
          ))}
      </fieldset>
      <Field label="Other skills" hint="One a line." error={tried && names.length === 0 ? 'Choose or type a skill.' : undefined}>
        {(control) => (
          <textarea {...control} className="input" rows={2} value={others} onChange={(event) => setOthers(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}
