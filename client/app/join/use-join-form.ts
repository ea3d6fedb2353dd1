import { type FormEvent, useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { limits } from '../../../shared/sync/limits'
import { entranceContract } from '../../../shared/workshop/entrance-contract'
import { call } from '../../api/call'
import { readIntroduction, rememberIntroduction } from './introduction'
import { fieldErrors, refusalWords } from './refusal-words'
import type { JoinRequest, Lobby, Secret } from './use-door'

export interface JoinFormProps {
  readonly lobby: Lobby
  readonly secret: Secret
  readonly onSeated: (workshopId: string) => void
  /** The person has knocked, with this. */
  readonly onWaiting: (request: JoinRequest) => void
}

type Errors = Readonly<Record<string, string>>

/** What is typed into the join form, and sending it. */
export function useJoinForm({ lobby, secret, onSeated, onWaiting }: JoinFormProps) {
  const [form, setForm] = useState(() => ({ ...firstIntroduction(lobby), passphrase: '' }))
  const [as, setAs] = useState<'contributor' | 'observer'>('contributor')
  const [asksPassphrase, setAsksPassphrase] = useState(lobby.needs === 'passphrase')
  const [errors, setErrors] = useState<Errors>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  function change(part: Partial<typeof form>) {
    setForm({ ...form, ...part })
    setErrors({})
  }

  async function join(event: FormEvent) {
    event.preventDefault()
    const { passphrase, ...introduction } = { ...form, name: form.name.trim() }
    const wrong = nameError(introduction.name)
    if (wrong) return setErrors({ name: wrong })
    setBusy(true)
    setFailure(undefined)
    const request = {
      ...secret,
      ...introduction,
      ...(lobby.role === 'contributor' ? { as } : {}),
      ...(asksPassphrase ? { passphrase } : {}),
    }
    try {
      const answer = await call(entranceContract.join, { params: { id: lobby.workshopId }, body: request })
      rememberIntroduction(introduction)
      if ('waiting' in answer) onWaiting(request)
      else onSeated(answer.workshopId)
    } catch (refusal) {
      const passphraseError = passphraseErrorIn(refusal)
      if (passphraseError !== undefined) setAsksPassphrase(true)
      setErrors(passphraseError === undefined ? fieldErrors(refusal) : { passphrase: passphraseError })
      setFailure(passphraseError === undefined ? refusalWords(refusal) : undefined)
      setBusy(false)
    }
  }

  return { form, change, as, setAs, asksPassphrase, errors, failure, busy, join }
}

function firstIntroduction({ invited }: Lobby) {
  return invited ? { name: invited.name, organisation: invited.organisation ?? '', sector: invited.sector ?? '' } : readIntroduction()
}

function passphraseErrorIn(refusal: unknown): string | undefined {
  return refusal instanceof WorkshopError && refusal.code.endsWith('-passphrase') ? refusal.message : undefined
}

function nameError(name: string): string | undefined {
  if (name === '') return 'Write your name, so that the others know who is here.'
  if (name.length > limits.nameLength) return `A name has at most ${limits.nameLength} characters, and this one has ${name.length}.`
  return undefined
}
