import { FileStack } from 'lucide-react'
import { Suspense, useState } from 'react'
import { agreementNotice, agreementOutlines } from '../../../../shared/content/working-agreement'
import { WorkshopError } from '../../../../shared/http/problem'
import { askedFor, composeDraft } from '../../../../shared/tools/document/agreement/agreement-contract'
import { placeholdersOf } from '../../../../shared/tools/document/agreement/compose'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import type { ComposeProps } from '../../client-tool'
import { WhatGoesIn } from './WhatGoesIn'
import './agreement.css'

/** Which agreement, what the workshop has for it, and the few things that only people can say. */
export function ComposeDialog(props: ComposeProps) {
  return (
    <Dialog open wide onClose={props.onClose} title="Put the agreement together">
      <Suspense fallback={<p className="meta">Looking up what the workshop holds…</p>}>
        <Composing {...props} />
      </Suspense>
    </Dialog>
  )
}

function Composing({ stepId, beside, outline: only, onBegun, onClose }: ComposeProps) {
  const { actor } = useWorkshop()
  const [outlineId, setOutline] = useState(beside?.outline ?? only ?? agreementOutlines[0]?.id ?? '')
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const outline = agreementOutlines.find(({ id }) => id === outlineId)
  if (!outline) return null
  const needed = placeholdersOf(outline)
  const asked = needed.filter(({ key }) => askedFor.some((each) => each.key === key))

  async function begin() {
    setBusy(true)
    setRefusal(undefined)
    const given = asked.flatMap(({ key, type }) => {
      const answer = answers[key] ?? ''
      return answer === '' ? [] : [[key, type === 'number' ? Number(answer) : answer] as const]
    })
    try {
      const body = {
        outline: outlineId,
        answers: Object.fromEntries(given),
        // Ids of their kinds, as the page that gave them holds them.
        ...(stepId ? { stepId: stepId as `step_${string}` } : {}),
        ...(beside ? { rivalOf: beside.draftId as `draft_${string}` } : {}),
      }
      const { draftId } = await call(composeDraft, { params: { id: actor.workshopId }, body })
      onBegun(draftId)
      onClose()
    } catch (cause) {
      setBusy(false)
      if (!(cause instanceof WorkshopError)) throw cause
      setRefusal(cause.message)
    }
  }

  return (
    <>
      {beside ? (
        <p className="meta">
          It comes beside the draft as another wording. The draft stays as it is: compare the two, then bring over what you want.
        </p>
      ) : only ? (
        <p className="meta">{outline.title}. It begins as a draft that everybody goes on writing, and is asked about like any other.</p>
      ) : (
        <fieldset className="agreement-kinds">
          <legend className="meta">Which agreement?</legend>
          {agreementOutlines.map(({ id, title, sections }) => (
            <label key={id} className="row agreement-kind">
              <input type="radio" name="agreement" checked={id === outlineId} onChange={() => setOutline(id)} />
              <span>
                {title}
                <span className="fine"> {sections.length} parts</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <WhatGoesIn needed={needed.filter(({ fillFrom }) => fillFrom !== null)} />
      <div className="agreement-asked">
        {asked.map(({ key, label, type }) => (
          <Field key={key} label={`${label} (optional)`}>
            {(props) => (
              <input
                className="input"
                type={type === 'date' ? 'date' : 'number'}
                min={1}
                max={type === 'date' ? undefined : 1000}
                value={answers[key] ?? ''}
                onChange={(event) => setAnswers({ ...answers, [key]: event.target.value })}
                {...props}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="fine">{agreementNotice}</p>
      {refusal ? <Banner tone="bad">{refusal}</Banner> : null}
      <DialogActions inView>
        <Button variant="primary" Icon={FileStack} busy={isBusy} onClick={() => void begin()}>
          Put it together
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </DialogActions>
    </>
  )
}
