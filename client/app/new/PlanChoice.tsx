import { agendaTemplates } from '../../../shared/content/agendas'
import { durationWords } from '../../../shared/workshop/selectors'
import { classNames } from '../../ui/class-names'
import { AgendaThread } from '../home/AgendaCard'

interface PlanChoiceProps {
  /** Undefined means a blank agenda. */
  readonly value: string | undefined
  readonly onChange: (planId: string | undefined) => void
}

/** The six built-in plans and a blank one. */
export function PlanChoice({ value, onChange }: PlanChoiceProps) {
  return (
    <fieldset className="new-plans">
      <legend className="home-h2">Agenda</legend>
      {agendaTemplates.map((template) => (
        <label key={template.id} className={classNames('new-plan', value === template.id && 'on')}>
          <input type="radio" name="plan" checked={value === template.id} onChange={() => onChange(template.id)} />
          <span>
            <span className="row between">
              <b>{template.title}</b>
              <span className="fine nowrap">{durationWords(template.durationMinutes)}</span>
            </span>
            <span className="meta">{template.objective}</span>
            <AgendaThread steps={template.steps} />
          </span>
        </label>
      ))}
      <label className={classNames('new-plan', value === undefined && 'on')}>
        <input type="radio" name="plan" checked={value === undefined} onChange={() => onChange(undefined)} />
        <span>
          <b>Blank</b>
          <span className="meta">One step to start with; add your own.</span>
        </span>
      </label>
    </fieldset>
  )
}
