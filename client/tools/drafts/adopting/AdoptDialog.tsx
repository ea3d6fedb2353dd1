import { BadgeCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { reviewHint } from '../../../../shared/content/statement-guide'
import { WorkshopError } from '../../../../shared/http/problem'
import { limits } from '../../../../shared/sync/limits'
import { askedInWords, suggestedReview } from '../../../../shared/tools/drafts/adopting/before-adopting'
import { recordedLines } from '../../../../shared/tools/drafts/adopting/kept-concerns'
import { contract } from '../../../../shared/tools/drafts/contract'
import { kindLabels, nounOf } from '../../../../shared/tools/drafts/guidance'
import type { Agreement, Statement } from '../../../../shared/tools/drafts/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { ScrollRegion } from '../../../ui/ScrollRegion'
import { toast } from '../../../ui/toast'
import type { Wording } from '../live-wording'
import { WordingView } from '../WordingView'
import { type Adopting, type AdoptingHand, keepReason } from './adopting'
import { useAgreement } from './use-agreement'
import './adopting.css'

interface AdoptDialogProps extends AdoptingHand {
  readonly draft: Statement
  /** The wording as it reads now; the dialog keeps the one it was opened with. */
  readonly wording: Wording
}

/** The last look before a wording is frozen: its words, who has not answered, who said not yet. */
export function AdoptDialog({ draft, wording: present, adopting, setAdopting }: AdoptDialogProps) {
  const { actor, serverNow } = useWorkshop()
  const [wording, setWording] = useState(present)
  const [chosenReview, setReviewOn] = useState<string>()
  const [error, setError] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const reason = adopting?.reason ?? ''
  const isBusy = adopting?.sending === 'on-its-way'
  const change = (next: Partial<Adopting>) => setAdopting((before) => before && { ...before, ...next })
  const keep = (typed: string) => keepReason(actor.id, draft.id, typed)
  const onClose = () => setAdopting(undefined)
  function leave() {
    keep('')
    onClose()
  }
  const { isLoaded, agreement } = useAgreement(draft.id, wording.textHash)
  const reviewOn = chosenReview ?? suggestedReview(agreement?.method, serverNow())
  const hasChanged = wording.textHash !== present.textHash
  const needsReason = isLoaded && !agreement?.passed
  const noun = nounOf(draft.kind)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal speaks of the texts it was given on
  useEffect(() => setRefusal(undefined), [wording.textHash, present.textHash])

  async function adopt() {
    if (needsReason && reason.trim() === '') return setError('Say in a sentence why it is adopted all the same.')
    setError(undefined)
    setRefusal(undefined)
    change({ sending: 'on-its-way' })
    try {
      const given = reason.trim()
      await call(contract.adoptDraft, {
        params: { id: actor.workshopId, draftId: draft.id },
        body: {
          textHash: wording.textHash,
          ...(agreement ? { roundId: agreement.roundId } : {}),
          ...(given === '' ? {} : { override: { reason: given } }),
          ...(reviewOn === '' ? {} : { reviewOn }),
        },
      })
      keep('')
      toast({ message: `${kindLabels[draft.kind]} adopted.` })
      change({ sending: 'taken' })
    } catch (cause) {
      change({ sending: 'no' })
      if (!(cause instanceof WorkshopError)) throw cause
      setRefusal(cause.message)
    }
  }

  return (
    <Dialog open wide onClose={onClose} title={`Adopt this ${noun}?`}>
      <p className="meta">Adopting freezes exactly these words, for good. A later change makes a new version.</p>
      {hasChanged ? (
        <Banner
          tone="info"
          action={
            <Button size="sm" onClick={() => setWording(present)}>
              Show the new text
            </Button>
          }
        >
          The text has changed since you opened this.
        </Banner>
      ) : null}
      <ScrollRegion className="drafts-final" label="The words to adopt">
        <WordingView blocks={wording.blocks} />
      </ScrollRegion>
      {isLoaded ? <Standing agreement={agreement} /> : null}
      {needsReason ? (
        <Field label="Why adopt it now?" hint="This goes into the decision log, in these words." error={error}>
          {(props) => (
            <textarea
              className="input"
              rows={2}
              maxLength={limits.noteLength}
              value={reason}
              onChange={(event) => {
                change({ reason: event.target.value })
                keep(event.target.value)
                if (event.target.value.trim() !== '') setError(undefined)
              }}
              {...props}
            />
          )}
        </Field>
      ) : null}
      <Field
        label="Review it by (optional)"
        hint={reviewOn !== '' && chosenReview === undefined ? `${proposedDay} ${reviewHint}` : reviewHint}
      >
        {(props) => (
          <input
            className="input drafts-day"
            type="date"
            value={reviewOn}
            onChange={(event) => setReviewOn(event.target.value)}
            {...props}
          />
        )}
      </Field>
      {refusal ? <Banner tone="bad">{refusal}</Banner> : null}
      <DialogActions>
        <Button
          variant="primary"
          Icon={BadgeCheck}
          busy={isBusy}
          disabledReason={hasChanged ? 'Look at the new text first.' : isLoaded ? undefined : 'Looking up who answered on this text.'}
          onClick={() => void adopt()}
        >
          {needsReason ? 'Adopt with this reason' : `Adopt this ${noun}`}
        </Button>
        <Button onClick={leave}>Not now</Button>
      </DialogActions>
    </Dialog>
  )
}

/** Who has not answered, and everybody's reservations and concerns in their own words. */
function Standing({ agreement }: { readonly agreement: Agreement | undefined }) {
  const recorded = agreement ? recordedLines(agreement) : []
  return (
    <div className="drafts-standing">
      <p className="meta">{askedInWords(agreement)}</p>
      {agreement?.missing && agreement.missing.length > 0 ? (
        <p>
          <b>Not answered yet:</b> {agreement.missing.join(', ')}
        </p>
      ) : null}
      {recorded.length > 0 ? (
        <>
          <p>
            <b>Recorded with it, in their words:</b>
          </p>
          <ul>
            {recorded.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

/** Said while the day is the one that was filled in for them. */
const proposedDay = 'Convene proposes three months; clear it for no review.'
