import type { FormEvent } from 'react'
import { useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import type { RowPage } from '../../../../shared/tools/partners/contract'
import { ownRowOf } from '../../../../shared/tools/partners/row'
import { announce, unsay } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { MoreFields, WhoFields } from '../PartnerFieldset'
import { draftOf, faultsOf, fieldsOf, type PartnerDraft } from '../partner-draft'
import { type RowChanges, rowChanges } from './row-changes'

const savedWords = 'Your row is saved.'

interface RowFormProps {
  readonly page: RowPage
  readonly onSave: (changes: RowChanges) => Promise<void>
}

type Saving = { readonly state: 'idle' | 'saving' | 'saved' } | { readonly state: 'refused'; readonly message: string }

/** The partner's own fields; what somebody else changed meanwhile shows after saving. */
export function RowForm({ page: { name, row, isLocked }, onSave }: RowFormProps) {
  const stored = draftOf({ ...row, name })
  const [draft, setDraft] = useState<PartnerDraft>(stored)
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const faults = faultsOf(draft, [])

  function change(changes: Partial<PartnerDraft['texts']>) {
    setDraft({ ...draft, texts: { ...draft.texts, ...changes } })
    setSaving({ state: 'idle' })
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    unsay(savedWords)
    if (Object.keys(faults).length > 0) return
    setSaving({ state: 'saving' })
    try {
      await onSave(rowChanges(ownRowOf(fieldsOf(stored)), ownRowOf(fieldsOf(draft))))
      setSaving({ state: 'saved' })
      announce(savedWords)
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error
      setSaving({ state: 'refused', message: error.message })
    }
  }

  return (
    <form className="card row-form" onSubmit={save} noValidate>
      <WhoFields texts={draft.texts} faults={tried ? faults : {}} onChange={change} />
      <MoreFields texts={draft.texts} faults={tried ? faults : {}} onChange={change} />
      {saving.state === 'refused' ? <Banner tone="bad">{saving.message}</Banner> : null}
      <div className="row wrap">
        <Button
          variant="primary"
          type="submit"
          disabledReason={isLocked ? 'The list is locked just now' : saving.state === 'saving' ? 'Saving' : undefined}
        >
          Save my row
        </Button>
        {saving.state === 'saved' ? <span className="meta">Saved.</span> : null}
      </div>
    </form>
  )
}
