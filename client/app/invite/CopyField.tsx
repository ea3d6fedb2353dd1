import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { copyText } from '../hand-over'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
}

/** An address to copy; where the browser will not, it stands selected. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const [copied, setCopied] = useState('')

  async function copy() {
    const done = await copyText(value)
    setCopied(done ? value : '')
    announce(done ? `${label} copied.` : 'Copying is blocked here. Select the text and copy it yourself.')
  }

  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <div className="row invite-copy">
          <input {...props} className="input" readOnly value={value} onFocus={(event) => event.target.select()} />
          <Button Icon={copied === value ? Check : Copy} onClick={copy}>
            {copied === value ? 'Copied' : 'Copy'}
          </Button>
        </div>
      )}
    </Field>
  )
}
