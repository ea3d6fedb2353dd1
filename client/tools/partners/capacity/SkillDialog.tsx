import { skillScale } from '../../../../shared/content/capacity'
import { setLevel, setNeed } from '../../../../shared/tools/partners/capacity/commands'
import type { Skill } from '../../../../shared/tools/partners/capacity/schema'
import { levelOf } from '../../../../shared/tools/partners/capacity/skill-cover'
import { onRoster } from '../../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { usePartners } from '../use-roster'

/** Partner by partner: whether it needs a skill for its part, and how well it has it. What is chosen is stored at once. */
export function SkillDialog({ skill, onClose }: { readonly skill: Skill; readonly onClose: () => void }) {
  const { board, actor } = useWorkshop()
  const roster = onRoster(usePartners())
  return (
    <Dialog open onClose={onClose} title={skill.name} wide>
      {roster.length === 0 ? <p className="meta">No partner on the list yet.</p> : null}
      <ul>
        {roster.map((partner) => (
          <li key={partner.id} className="capacity-partner">
            <span className="grow">{partner.name}</span>
            <label className="row">
              <input
                type="checkbox"
                aria-label={`${partner.name} needs it`}
                checked={skill.neededBy[partner.id] ?? false}
                onChange={(event) => setNeed(board, actor, skill.id, partner.id, event.target.checked)}
              />
              Needs it
            </label>
            <select
              className="input"
              aria-label={`How well ${partner.name} has it`}
              value={levelOf(skill, partner) ?? ''}
              onChange={({ target }) =>
                setLevel(board, actor, skill.id, partner.id, target.value === '' ? undefined : Number(target.value))
              }
            >
              <option value="">Not said</option>
              {skillScale.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <DialogActions inView>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  )
}
