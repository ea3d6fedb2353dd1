import { useState } from 'react'
import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { hasLeft } from '../../../../shared/tools/votes/concern-selectors'
import { can } from '../../../../shared/tools/votes/permissions'
import { keptWords } from '../../../app/typed-words'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import type { CheckedWording } from '../../client-tool'
import { ChangedWords } from '../check/ChangedWords'
import { ConcernForm } from './ConcernForm'
import { type ConcernAct, concernActs, forms } from './concern-forms'
import { useConcern } from './use-concern'
import { useLinking } from './use-link'
import type { OwnConcern } from './use-own-concerns'

interface ConcernActsProps extends Pick<CheckedWording, 'text' | 'textHash'> {
  readonly concern: Concern
  readonly own: OwnConcern | undefined
  /** Its author is no longer in the workshop. */
  readonly isGone: boolean
  /** What the buttons are about, for screen readers. */
  readonly wordsId: string
  readonly onDone: () => void
}

/** Exactly what this person may do about a concern: its author closes it, whoever writes links a change. */
export function ConcernActs({ concern, text, textHash, own, isGone, wordsId, onDone }: ConcernActsProps) {
  const { actor } = useWorkshop()
  const placeOf = (what: ConcernAct) => `concern:${concern.id}:${what}`
  const [form, setForm] = useState(() => concernActs.find((what) => keptWords(actor.id, placeOf(what)) !== undefined))
  const { busy, act, recordLeft } = useConcern(concern, textHash, own)
  const { mayLink, whyNot } = useLinking(concern, { text, textHash })
  const { state } = concern
  if (state.is === 'closed') return null
  const mayRecordLeft = isGone && !hasLeft(concern) && can(actor, 'votes/record-author-left')
  const about = { 'aria-describedby': wordsId, size: 'sm' } as const

  async function send(what: ConcernAct, words: string) {
    if (!(await act(what, words))) return false
    setForm(undefined)
    onDone()
    return true
  }

  if (form) {
    return (
      <ConcernForm
        {...forms[form]}
        place={placeOf(form)}
        busy={busy}
        disabledReason={form === 'link' && !mayLink ? (whyNot ?? 'Looking up what changed.') : undefined}
        onSend={(words) => send(form, words)}
        onCancel={() => setForm(undefined)}
      >
        {form === 'link' ? <ChangedWords from={concern.textHash} name="the words it is about" text={text} /> : null}
      </ConcernForm>
    )
  }
  return (
    <div className="row wrap concern-acts">
      {own && state.is === 'answered' ? (
        <>
          <Button {...about} variant="primary" busy={busy} onClick={() => void send('met', '')}>
            This answers it
          </Button>
          <Button {...about} onClick={() => setForm('not-answered')}>
            Not answered
          </Button>
        </>
      ) : null}
      {mayLink ? (
        <Button {...about} onClick={() => setForm('link')}>
          Answered by this change
        </Button>
      ) : null}
      {own ? (
        <>
          <Button {...about} variant="ghost" onClick={() => setForm('dissent')}>
            Record it as dissent: I still disagree
          </Button>
          <Button {...about} variant="ghost" onClick={() => setForm('withdrawn')}>
            Withdraw it
          </Button>
        </>
      ) : null}
      {mayRecordLeft ? (
        <Button {...about} variant="ghost" busy={busy} onClick={() => void recordLeft()}>
          Write down that its author has left
        </Button>
      ) : null}
      {whyNot ? <p className="fine">{whyNot}</p> : null}
      {!own && state.is === 'answered' ? <p className="meta">Only its author says whether this answers it.</p> : null}
    </div>
  )
}
