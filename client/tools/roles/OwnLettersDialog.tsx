import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../shared/doc/ids'
import { setOwnLetters } from '../../../shared/tools/roles/change-model'
import { mostOwnLetters } from '../../../shared/tools/roles/own'
import type { Standing } from '../../../shared/tools/roles/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { FormDialog } from '../../ui/FormDialog'
import { IconButton } from '../../ui/IconButton'
import { draftsOf, type LetterDraft, lettersFault, standings } from './own-letters'
import type { ChartView } from './use-chart'

interface OwnLettersDialogProps {
  readonly chart: ChartView
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** The group's own letters: what each means, how often it stands in a row, and whether it takes hours. */
export function OwnLettersDialog({ chart, onClose, onSaved }: OwnLettersDialogProps) {
  const { board, actor } = useWorkshop()
  const [drafts, setDrafts] = useState(() => draftsOf(chart.own))
  const fault = lettersFault(drafts)

  function save(event: FormEvent) {
    event.preventDefault()
    if (fault) return
    setOwnLetters(
      board,
      actor,
      chart.id,
      drafts.map(({ letter, name, stands, works }) => ({ letter, name: name.trim(), stands, works })),
    )
    onSaved()
  }

  function edit(key: string, changes: Partial<LetterDraft>) {
    setDrafts(drafts.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  }

  return (
    <FormDialog title="Letters of your own" wide save="Use these letters" saveReason={fault} onSubmit={save} onClose={onClose}>
      <p className="meta">
        A letter, the word for it, and how often it stands in a row. The chart then says where it is missing or doubled.
      </p>
      <ul className="roles-own">
        {drafts.map((draft) => (
          <li key={draft.key}>
            <LetterLine draft={draft} onChange={(changes) => edit(draft.key, changes)} />
            <IconButton
              label={`Take out ${draft.name || 'this letter'}`}
              Icon={Trash2}
              onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
            />
          </li>
        ))}
      </ul>
      {fault ? (
        <p className="roles-note error" role="status">
          {fault}
        </p>
      ) : null}
      <Button
        Icon={Plus}
        disabledReason={drafts.length >= mostOwnLetters ? `A chart has at most ${mostOwnLetters} letters` : undefined}
        onClick={() => setDrafts([...drafts, { key: newId('letter'), letter: '', name: '', stands: 'free', works: true }])}
      >
        Add a letter
      </Button>
    </FormDialog>
  )
}

function LetterLine({ draft, onChange }: { readonly draft: LetterDraft; readonly onChange: (changes: Partial<LetterDraft>) => void }) {
  const name = draft.name || 'new letter'
  return (
    <>
      <input
        className="input"
        aria-label={`Letter for ${name}`}
        value={draft.letter}
        maxLength={1}
        onChange={(event) => onChange({ letter: event.target.value.toUpperCase() })}
      />
      <input
        className="input"
        aria-label={`Meaning of ${draft.letter || 'the new letter'}`}
        value={draft.name}
        maxLength={40}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <select
        className="input"
        aria-label={`How often ${name} stands in a row`}
        value={draft.stands}
        onChange={(event) => onChange({ stands: event.target.value as Standing })} // the options are these
      >
        {standings.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <label className="row">
        <input type="checkbox" checked={draft.works} onChange={(event) => onChange({ works: event.target.checked })} />
        <span>
          takes hours<span className="vh">: {name}</span>
        </span>
      </label>
    </>
  )
}
