import type { FormEvent } from 'react'
import { useState } from 'react'
import { safeHref } from '../../../../shared/doc/safe-href'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions, hasFirstFocus } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'

interface LinkDialogProps {
  /** The present address; empty when there is no link yet. */
  readonly href: string
  /** Words are selected that will carry the link. */
  readonly hasText: boolean
  readonly onSet: (href: string, text: string | undefined) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Asks where a link leads. */
export function LinkDialog({ href, hasText, onSet, onRemove, onClose }: LinkDialogProps) {
  const [address, setAddress] = useState(href)
  const [error, setError] = useState<string>()

  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    const safe = safeHref(complete(address.trim()))
    if (safe === undefined) return setError('Use an address that begins with https://, http:// or mailto:')
    onSet(safe, hasText ? undefined : address.trim())
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={href ? 'Change the link' : 'Add a link'}>
      <form onSubmit={submit}>
        <Field label="Address" hint="A web page or an e-mail address." error={error}>
          {(props) => (
            <input
              ref={hasFirstFocus}
              className="input"
              inputMode="url"
              autoComplete="off"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              {...props}
            />
          )}
        </Field>
        <DialogActions>
          <Button type="submit" variant="primary">
            {href ? 'Change link' : 'Add link'}
          </Button>
          {href ? (
            <Button
              variant="ghost"
              onClick={() => {
                onRemove()
                onClose()
              }}
            >
              Remove link
            </Button>
          ) : null}
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** `example.org` is meant as a web page, `a@example.org` as a person. */
function complete(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address
  return /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : `https://${address}`
}
