import { ArrowRight } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { agendaTemplate, agendaTemplates } from '../../../shared/content/agendas'
import { WorkshopError } from '../../../shared/http/problem'
import { limits } from '../../../shared/sync/limits'
import { workshopContract } from '../../../shared/workshop/contract'
import { call } from '../../api/call'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { lengthProblem } from '../../ui/length-words'
import { Mark } from '../../ui/Mark'
import '../home/home.css'
import { readIntroduction, rememberIntroduction } from '../join/introduction'
import { fieldErrors, refusalWords } from '../join/refusal-words'
import { AgendaList } from './AgendaList'
import { agendaChoice, type DraftStep, stepsOfPlan } from './agenda-draft'
import { dropForm, keepForm, keptForm } from './kept-form'
import './new.css'
import { PlanChoice } from './PlanChoice'

/** Name it, choose an agenda, change what does not fit, open. */
export function NewWorkshopPage() {
  const [search] = useSearchParams()
  const [planId, setPlanId] = useState(() => knownPlan(search.get('plan')))
  const [steps, setSteps] = useState(() => stepsOfPlan(planId))
  const [form, setForm] = useState(() => ({ ...readIntroduction(), ...keptForm(), createKey: '' }))
  const [asksKey, setAsksKey] = useState(false)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()

  function change(part: Partial<typeof form>) {
    setForm({ ...form, ...part })
    keepForm({ ...form, ...part })
    setErrors({})
  }

  function choosePlan(id: string | undefined) {
    setPlanId(id)
    setSteps(stepsOfPlan(id))
  }

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const wrong = findErrors(form, steps)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) {
      setFailure('Something above is missing or too long. It is marked.')
      const formElement = event.currentTarget
      requestAnimationFrame(() => formElement.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      const { title, focusQuestion, name, organisation, createKey } = form
      const body = { title, focusQuestion, host: { name, organisation }, agenda: agendaChoice(planId, steps) }
      const { workshopId } = await call(workshopContract.create, { body: createKey ? { ...body, createKey } : body })
      rememberIntroduction({ name, organisation, sector: form.sector })
      dropForm()
      navigate(`/w/${workshopId}`)
    } catch (refusal) {
      if (refusal instanceof WorkshopError && refusal.code === 'workshop/create-key') setAsksKey(true)
      setErrors(fieldErrors(refusal))
      setFailure(refusalWords(refusal))
      setBusy(false)
    }
  }

  return (
    <div className="new">
      <title>New workshop · Convene</title>
      <header className="home-header">
        <Link href="/" className="mark">
          <Mark />
          <span>Convene</span>
        </Link>
      </header>
      <main className="new-main">
        <form className="new-form" onSubmit={open} noValidate>
          <div className="new-column">
            <h1 className="new-h1">New workshop</h1>
            <Field label="Title" error={errors.title}>
              {(props) => (
                <input
                  {...props}
                  className="input"
                  autoComplete="off"
                  required
                  placeholder="Sonora Valley Career Pathways"
                  value={form.title}
                  onChange={(event) => change({ title: event.target.value })}
                />
              )}
            </Field>
            <Field label="Focus question (optional)" hint="The one question this session answers." error={errors.focusQuestion}>
              {(props) => (
                <textarea
                  {...props}
                  className="input voice"
                  rows={2}
                  value={form.focusQuestion}
                  onChange={(event) => change({ focusQuestion: event.target.value })}
                />
              )}
            </Field>
            <div className="new-host">
              <Field label="Your name" error={errors['host.name']}>
                {(props) => (
                  <input
                    {...props}
                    className="input"
                    autoComplete="name"
                    required
                    value={form.name}
                    onChange={(event) => change({ name: event.target.value })}
                  />
                )}
              </Field>
              <Field label="Organisation (optional)" error={errors['host.organisation']}>
                {(props) => (
                  <input
                    {...props}
                    className="input"
                    autoComplete="organization"
                    value={form.organisation}
                    onChange={(event) => change({ organisation: event.target.value })}
                  />
                )}
              </Field>
            </div>
            {asksKey ? (
              <Field label="Key for opening workshops" hint="Whoever runs this server has it.">
                {(props) => (
                  <input
                    {...props}
                    className="input"
                    type="password"
                    autoComplete="off"
                    value={form.createKey}
                    onChange={(event) => change({ createKey: event.target.value })}
                  />
                )}
              </Field>
            ) : null}
            <PlanChoice value={planId} onChange={choosePlan} />
          </div>
          <div className="new-column new-agendaside">
            <h2 className="home-h2">Steps</h2>
            <p className="meta">Change what does not fit. You can go on changing it while the workshop runs.</p>
            <AgendaList steps={steps} onChange={setSteps} errors={errors} />
            {failure ? <Banner tone="bad">{failure}</Banner> : null}
            <Button type="submit" variant="primary" size="lg" block busy={busy}>
              Open the workshop
              <ArrowRight className="i" aria-hidden />
            </Button>
          </div>
        </form>
      </main>
    </div>
  )
}

function knownPlan(id: string | null): string | undefined {
  if (id === 'blank') return undefined
  return (agendaTemplate(id ?? '') ?? agendaTemplates[0])?.id
}

function findErrors(
  form: { readonly title: string; readonly focusQuestion: string; readonly name: string; readonly organisation: string },
  steps: readonly Pick<DraftStep, 'title' | 'prompt' | 'notes'>[],
): Readonly<Record<string, string>> {
  const found: Record<string, string | undefined> = {
    title: form.title.trim() === '' ? 'Give the workshop a title.' : lengthProblem(form.title, limits.titleLength),
    focusQuestion: lengthProblem(form.focusQuestion, limits.titleLength),
    'host.name': form.name.trim() === '' ? 'Write your name, so that people know who hosts.' : lengthProblem(form.name, limits.nameLength),
    'host.organisation': lengthProblem(form.organisation, limits.nameLength),
  }
  for (const [index, step] of steps.entries()) {
    const at = `agenda.steps.${index}`
    found[`${at}.title`] = step.title.trim() === '' ? 'Give this step a title.' : lengthProblem(step.title, limits.titleLength)
    found[`${at}.prompt`] = lengthProblem(step.prompt, limits.titleLength)
    found[`${at}.notes`] = lengthProblem(step.notes, limits.noteLength)
  }
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
