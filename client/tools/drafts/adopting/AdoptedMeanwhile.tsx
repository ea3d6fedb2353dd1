import { Copy } from 'lucide-react'
import { useEffect } from 'react'
import { type Meanwhile, meanwhile } from '../../../../shared/tools/drafts/adopting/meanwhile'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { copyWords } from '../copy-words'
import { type AdoptingHand, keepReason } from './adopting'

interface AdoptedMeanwhileProps extends AdoptingHand {
  readonly all: readonly Statement[]
}

/** Takes the adopt dialog's place when somebody was quicker: what happened, and the typed reason to keep. */
export function AdoptedMeanwhile({ all, adopting, setAdopting }: AdoptedMeanwhileProps) {
  const { actor, name } = useWorkshop()
  const reason = adopting?.reason.trim() ?? ''
  const isTaken = adopting?.sending === 'taken'
  const came = adopting && meanwhile(all, adopting.draftId, isTaken ? reason : undefined)
  const isOver = isTaken && !came && all.some(({ id, state }) => id === adopting.draftId && state === 'adopted')
  // What becomes of it later is no answer to this adoption.
  useEffect(() => {
    if (isOver) setAdopting(undefined)
  }, [isOver, setAdopting])
  if (!came || adopting.sending === 'on-its-way') return null
  function close() {
    if (adopting) keepReason(actor.id, adopting.draftId, '')
    setAdopting(undefined)
  }
  return (
    <Dialog open onClose={close} title={came.what === 'adopted' ? 'Adopted meanwhile' : 'Set aside meanwhile'}>
      <p role="status">{inWords(came, adopting.title, name)}</p>
      {reason === '' ? null : (
        <>
          <p>Your reason was not needed; copy it if you want to keep it.</p>
          <Field label="Your reason">{(props) => <textarea className="input" rows={3} readOnly value={reason} {...props} />}</Field>
        </>
      )}
      <DialogActions>
        {reason === '' ? null : (
          <Button variant="primary" Icon={Copy} onClick={() => void copyWords(reason)}>
            Copy the reason
          </Button>
        )}
        <Button onClick={close}>Close</Button>
      </DialogActions>
    </Dialog>
  )
}

function inWords(came: Meanwhile, title: string, me: string): string {
  if (came.what === 'set-aside') return `“${title}” was set aside meanwhile. Nothing was adopted.`
  const { byName, atMs } = came.adoption
  const who = `by ${byName === me ? 'you' : byName}, at ${clock.format(atMs)}`
  return came.as === undefined
    ? `This was adopted meanwhile, ${who}.`
    : `Another wording, “${came.as}”, was adopted meanwhile, ${who}. This one was set aside.`
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
