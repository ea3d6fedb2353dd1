import { Accessibility, ArrowRight, Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Field } from '../../ui/Field'
import { ComfortChoices } from '../comfort/ComfortPanel'
import { RoleChoice } from './RoleChoice'
import { SectorField } from './SectorField'
import { type JoinFormProps, useJoinForm } from './use-join-form'

/** Name, organisation, way of taking part, and what the door asks for: nothing else, and nothing twice. */
export function JoinForm(props: JoinFormProps) {
  const { lobby } = props
  const { form, change, as, setAs, asksPassphrase, errors, failure, busy, join } = useJoinForm(props)
  const element = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new errors are what is gone to
  useEffect(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [errors])

  return (
    <form ref={element} className="join-form" onSubmit={join} noValidate>
      <h2>Take your seat</h2>
      {lobby.invited ? <p className="meta">This invite is yours alone: it works on the device on which you join.</p> : null}
      <Field label="Your name" error={errors.name}>
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
      {asksPassphrase ? (
        <Field label="Passphrase" error={errors.passphrase} hint="Your host says it, or has sent it to you.">
          {(props) => (
            <input
              {...props}
              className="input"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={form.passphrase}
              onChange={(event) => change({ passphrase: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {failure ? <Banner tone="bad">{failure}</Banner> : null}
      {lobby.needs === 'knock' ? <p className="meta">A facilitator sees your name and lets you in.</p> : null}
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        {lobby.needs === 'knock' ? 'Ask to come in' : 'Join the session'}
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
  )
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
