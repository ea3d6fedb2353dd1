import type { FormEvent } from 'react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { workshopContract } from '../../../shared/workshop/contract'
import { call } from '../../api/call'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { refusalWords } from '../join/refusal-words'

interface CodeFormProps {
  /** What stood in the address. */
  readonly initial?: string
  /** Why we are here again. */
  readonly initialError?: string | undefined
  readonly label?: string
}

/** Six digits and one button; `482-913` and `482 913` work as well. */
export function CodeForm({ initial = '', initialError, label = 'Have a join code?' }: CodeFormProps) {
  const [code, setCode] = useState(initial)
  const [error, setError] = useState(initialError)
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()

  async function find(event: FormEvent) {
    event.preventDefault()
    const digits = code.replace(/\D/g, '')
    if (digits.length !== 6) {
      setError(digits === '' ? 'Type the six digits of your code.' : `A code has six digits, and this one has ${digits.length}.`)
      return
    }
    setBusy(true)
    try {
      await call(workshopContract.lookUp, { body: { code: digits } })
      navigate(`/j/${digits}`)
    } catch (refusal) {
      setError(refusalWords(refusal))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="home-joinbox card" onSubmit={find} noValidate>
      <Field label={<span className="h">{label}</span>} error={error}>
        {(props) => (
          <div className="row g3">
            <input
              {...props}
              className="input home-code"
              inputMode="numeric"
              autoComplete="off"
              placeholder="000 000"
              maxLength={20}
              value={code}
              onChange={(event) => {
                setCode(event.target.value)
                setError(undefined)
              }}
            />
            <Button type="submit" size="lg" busy={busy}>
              Join session
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
