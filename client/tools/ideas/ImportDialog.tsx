import { Upload } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CsvReading } from '../../../shared/doc/csv'
import { readCsv } from '../../../shared/doc/csv'
import { limits } from '../../../shared/sync/limits'
import type { ColumnMapping } from '../../../shared/tools/ideas/import'
import { guessMapping, importFieldLabels, importFields, planImport } from '../../../shared/tools/ideas/import'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Switch } from '../../ui/Switch'
import { opensFocused } from './opens-focused'
import { PlanPreview, ProblemList } from './PlanPreview'
import { useStage } from './stage-context'

type Read = Extract<CsvReading, { state: 'read' }>

/** Notes from a CSV file: choose it, say what its columns are, look, add. */
export function ImportDialog({ noteCount, onClose }: { readonly noteCount: number; readonly onClose: () => void }) {
  const [file, setFile] = useState<{ name: string; reading: CsvReading } | null>(null)

  async function choose(chosen: File | undefined) {
    if (!chosen) return
    // A file far beyond the limit is refused by its size alone, without reading it into memory.
    const bytes = chosen.size > limits.importBytes ? new Uint8Array(limits.importBytes + 1) : new Uint8Array(await chosen.arrayBuffer())
    const reading = readCsv(bytes)
    setFile({ name: chosen.name, reading })
  }

  return (
    <Dialog open onClose={onClose} title="Notes from a file" wide>
      <Field label="CSV file" hint="One note a row. The first line names the columns. At most 10 MB and 5 000 notes.">
        {(props) => (
          <input
            {...props}
            type="file"
            ref={opensFocused}
            className="input ideas-file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        )}
      </Field>
      {file?.reading.state === 'refused' ? (
        <Banner tone="bad">
          {file.name}: {file.reading.message} Nothing was added.
        </Banner>
      ) : null}
      {file?.reading.state === 'read' ? (
        <Mapping key={file.name + file.reading.rows.length} reading={file.reading} noteCount={noteCount} onClose={onClose} />
      ) : (
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      )}
    </Dialog>
  )
}

function Mapping({ reading, noteCount, onClose }: { readonly reading: Read; readonly noteCount: number; readonly onClose: () => void }) {
  const { actions } = useStage()
  const [mapping, setMapping] = useState<ColumnMapping>(() => guessMapping(reading.header))
  const [hasHeader, setHasHeader] = useState(true)
  const [leaveEmpty, setLeaveEmpty] = useState(false)
  const [busy, setBusy] = useState(false)
  const plan = useMemo(() => planImport(reading, mapping, noteCount, hasHeader), [reading, mapping, noteCount, hasHeader])

  async function add() {
    setBusy(true)
    await actions.postMany(plan.notes, null)
    onClose()
  }

  return (
    <>
      {reading.encoding === 'Latin-1' ? (
        <Banner tone="info">This file is not UTF-8. It was read as Latin-1; check the accents below before you add it.</Banner>
      ) : null}
      <div className="ideas-mapping">
        {importFields.map((field) => (
          <Field key={field} label={importFieldLabels[field]}>
            {(props) => (
              <select
                className="input"
                {...props}
                value={mapping[field] ?? ''}
                onChange={(event) => {
                  setMapping({ ...mapping, [field]: event.target.value === '' ? null : Number(event.target.value) })
                  setLeaveEmpty(false)
                }}
              >
                <option value="">{field === 'text' ? 'Choose a column' : 'Not in this file'}</option>
                {reading.header.map((heading, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number; headings may repeat
                  <option key={index} value={index}>
                    {hasHeader && heading ? heading : `Column ${index + 1}: ${heading.slice(0, 30)}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <Switch label="The first line names the columns" checked={hasHeader} onChange={setHasHeader} />
      {plan.refusal ? <Banner tone="bad">{plan.refusal}</Banner> : null}
      <PlanPreview notes={plan.notes} />
      <ProblemList problems={plan.problems} accepted={leaveEmpty} onAccept={setLeaveEmpty} acceptLabel="Leave these cells empty" />
      {plan.emptyCount > 0 && !plan.refusal ? (
        <p className="meta">{countWords(plan.emptyCount, 'row')} without a text will not become a note.</p>
      ) : null}
      <DialogActions>
        <Button
          variant="primary"
          Icon={Upload}
          busy={busy}
          disabledReason={
            plan.refusal ??
            (plan.problems.length > 0 && !leaveEmpty ? 'Some cells cannot be taken. Leave them empty, or cancel.' : undefined)
          }
          onClick={add}
        >
          Add {countWords(plan.notes.length, 'note')}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </>
  )
}
