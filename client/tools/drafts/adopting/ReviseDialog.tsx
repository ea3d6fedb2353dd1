import { FilePen } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { AdoptedStatement } from '../../../../shared/tools/drafts/schema'
import { call } from '../../../api/call'
import { useTypedWords } from '../../../app/use-typed-words'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { toast } from '../../../ui/toast'
import { attempt } from '../attempt'

interface ReviseDialogProps {
  readonly statement: AdoptedStatement
  readonly onClose: () => void
}

/** Asks what should change and why before a new version of an adopted wording is begun. */
export function ReviseDialog({ statement, onClose }: ReviseDialogProps) {
  const { actor } = useWorkshop()
  const { words: why, type, drop } = useTypedWords(`revise:${statement.id}`)
  const [error, setError] = useState<string>()

  async function revise(event: FormEvent) {
    event.preventDefault()
    if (why.trim() === '') return setError('Say in a sentence what should change and why.')
    const params = { id: actor.workshopId, draftId: statement.id }
    const made = await attempt(() => call(contract.reviseDraft, { params, body: { why: why.trim() } }))
    if (!made) return
    drop()
    toast({ message: `Version ${made.version} is open. Version ${statement.version} stays in force.` })
    onClose()
  }

  function leave() {
    drop()
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={`Revise ${statement.title}?`}>
      <form onSubmit={(event) => void revise(event)}>
        <p className="meta">
          Version {statement.version + 1} begins with the adopted words. Version {statement.version} stays in force until the new one is
          adopted.
        </p>
        <Field label="What should change, and why?" hint="Kept with the new version, for everybody to read." error={error}>
          {(props) => (
            <textarea
              className="input"
              rows={3}
              maxLength={limits.noteLength}
              value={why}
              onChange={(event) => {
                type(event.target.value)
                setError(undefined)
              }}
              {...props}
            />
          )}
        </Field>
        <DialogActions>
          <Button type="submit" variant="primary" Icon={FilePen}>
            Begin version {statement.version + 1}
          </Button>
          <Button onClick={leave}>Not now</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
