import { Accessibility, ArrowRight, Check } from 'lucide-react'
import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { entranceContract } from '../../../shared/workshop/entrance-contract'
import { call } from '../../api/call'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Field } from '../../ui/Field'
import { ComfortChoices } from '../comfort/ComfortPanel'
import { readIntroduction, rememberIntroduction } from './introduction'
import { RoleChoice } from './RoleChoice'
import { fieldErrors, refusalWords } from './refusal-words'
import { SectorField } from './SectorField'
import type { Lobby, Secret } from './use-door'

interface JoinFormProps {
  readonly lobby: Lobby
  readonly secret: Secret
  readonly onSeated: (workshopId: string) => void
}

/** Name, organisation, way of taking part: nothing else is asked, and nothing twice. */
export function JoinForm({ lobby, secret, onSeated }: JoinFormProps) {
  const [form, setForm] = useState(readIntroduction)
  const [as, setAs] = useState<'contributor' | 'observer'>('contributor')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const nameInput = useRef<HTMLInputElement>(null)

  function change(part: Partial<typeof form>) {
    setForm({ ...form, ...part })
    setErrors({})
  }

  async function join(event: FormEvent) {
    event.preventDefault()
    const name = form.name.trim()
    const wrong = nameError(name)
    if (wrong) {
      setErrors({ name: wrong })
      nameInput.current?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      const body = { ...secret, ...form, name, ...(lobby.role === 'contributor' ? { as } : {}) }
      const { workshopId } = await call(entranceContract.join, { params: { id: lobby.workshopId }, body })
      rememberIntroduction({ ...form, name })
      onSeated(workshopId)
    } catch (refusal) {
      setErrors(fieldErrors(refusal))
      setFailure(refusalWords(refusal))
      setBusy(false)
    }
  }

  return (
    <section className="join-formside">
      <form className="join-form" onSubmit={join} noValidate>
        <h2>Take your seat</h2>
        <Field label="Your name" error={errors.name}>
          {(props) => (
            <input
              {...props}
              ref={nameInput}
              className="input"
              autoComplete="name"
              required
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Organisation"
          error={errors.organisation}
          hint={lobby.organisations.length === 0 ? 'Leave it empty if you come on your own.' : undefined}
        >
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
        <AtTheTable names={lobby.organisations} chosen={form.organisation} onChoose={(organisation) => change({ organisation })} />
        <SectorField value={form.sector} onChange={(sector) => change({ sector })} />
        <RoleChoice role={lobby.role} value={as} onChange={setAs} />
        {failure ? <Banner tone="bad">{failure}</Banner> : null}
        <Button type="submit" variant="primary" size="lg" block busy={busy}>
          Join the session
          <ArrowRight className="i" aria-hidden />
        </Button>
        <details className="join-comfort">
          <summary>
            <Accessibility className="i" aria-hidden />
            Make it comfortable
            <span className="fine">text size, list view, less motion</span>
          </summary>
          <ComfortChoices />
        </details>
        <p className="fine">
          No account needed. Your name and organisation are shown to the people in this session and appear in the record unless a step is
          marked anonymous.
        </p>
      </form>
    </section>
  )
}

function nameError(name: string): string | undefined {
  if (name === '') return 'Write your name, so that the others know who is here.'
  if (name.length > limits.nameLength) return `A name has at most ${limits.nameLength} characters, and this one has ${name.length}.`
  return undefined
}

interface AtTheTableProps {
  readonly names: readonly string[]
  readonly chosen: string
  readonly onChoose: (name: string) => void
}

/** Organisations that are here already, one press away, so that one is not spelt two ways. */
function AtTheTable({ names, chosen, onChoose }: AtTheTableProps) {
  if (names.length === 0) return null
  return (
    <fieldset className="row wrap join-table" aria-label="Organisations at the table">
      <span className="meta">At the table:</span>
      {names.slice(0, 12).map((name) => {
        const isChosen = name === chosen.trim()
        return (
          <button
            key={name}
            type="button"
            className={classNames('chip', isChosen && 'ok')}
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? '' : name)}
          >
            {isChosen ? <Check className="i s" aria-hidden /> : null}
            {name}
          </button>
        )
      })}
    </fieldset>
  )
}
