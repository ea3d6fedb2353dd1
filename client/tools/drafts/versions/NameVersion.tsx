import { Bookmark } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/drafts/contract'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { attempt } from '../attempt'

interface NameVersionProps {
  readonly draftId: string
  readonly onNamed: () => void
}

/** Keeps the present text under a name. */
export function NameVersion({ draftId, onNamed }: NameVersionProps) {
  const { actor } = useWorkshop()
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isEmpty = name.trim() === ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isEmpty || isBusy) return
    setBusy(true)
    const named = await attempt(() => call(contract.nameVersion, { params: { id: actor.workshopId, draftId }, body: { name } }))
    setBusy(false)
    if (!named) return
    announce(`The present text is kept as “${name.trim()}”.`)
    setName('')
    onNamed()
  }

  return (
    <form className="versions-name" onSubmit={(event) => void submit(event)}>
      <Field label="Name the present text">
        {(props) => (
          <input
            className="input"
            maxLength={limits.nameLength}
            placeholder="For example: before the coffee break"
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
            {...props}
          />
        )}
      </Field>
      <Button type="submit" Icon={Bookmark} busy={isBusy} aria-disabled={isEmpty}>
        Keep it
      </Button>
    </form>
  )
}
