import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { type CsvRow, readCsv } from '../../shared/doc/csv'
import type { CellProblem, ColumnMapping } from '../../shared/doc/table-import'
import { plural } from '../../shared/doc/words'
import { limits } from '../../shared/sync/limits'
import { Banner } from './Banner'
import { Button } from './Button'
import { CellDecisions, problemKey } from './CellDecisions'
import './csv-import.css'
import { CsvPreviewTable } from './CsvPreviewTable'
import { Dialog, DialogActions } from './Dialog'
import { FileDrop } from './FileDrop'

/** A meaning that a column can have. */
export interface ImportTarget {
  readonly value: string
  readonly label: string
}

/** What importing would do, as the tool that owns the records sees it. */
export interface ImportPreview {
  /** Why nothing can be imported with these columns. */
  readonly refusal?: string | undefined
  readonly problems: readonly CellProblem[]
  /** For example `12 partners: 10 new, 2 known`. */
  readonly summary: string
  /** Sentences worth knowing before pressing the button. */
  readonly notes?: readonly string[]
  /** Choices that belong to the preview. */
  readonly choices?: ReactNode
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Writes it, in one step. */
  readonly run: () => void
}

interface CsvImportProps {
  readonly title: string
  /** What the file should hold. */
  readonly hint: ReactNode
  readonly targets: readonly ImportTarget[]
  readonly guess: (header: readonly string[]) => ColumnMapping
  readonly preview: (header: readonly string[], rows: readonly CsvRow[], mapping: ColumnMapping) => ImportPreview
  readonly onClose: () => void
}

interface OpenFile {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
  readonly encoding: string
}

const previewRows = 8

/** Takes a CSV file in: choose it, say what the columns are, look, decide on bad cells, import. Nothing is written before. */
export function CsvImport({ title, hint, targets, guess, preview, onClose }: CsvImportProps) {
  const [file, setFile] = useState<OpenFile | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [mapping, setMapping] = useState<ColumnMapping>([])
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())

  async function open(chosen: File | undefined) {
    if (!chosen) return
    setFile(null)
    const opened = await readFile(chosen)
    setFault(opened.fault ?? null)
    if (!opened.file) return
    setMapping(guess(opened.file.header))
    setDecided(new Set())
    setFile(opened.file)
  }

  return (
    <Dialog open onClose={onClose} title={title} wide>
      {file ? null : <div className="meta">{hint}</div>}
      {fault ? <Banner tone="bad">{fault}</Banner> : null}
      <FileDrop choose="Choose a CSV file" label="CSV file" accept=".csv,text/csv,text/plain,.tsv" chosen={file?.name} onFile={open} />
      {file ? (
        <FilePlan
          file={file}
          targets={targets}
          mapping={mapping}
          onMapping={(next) => {
            setMapping(next)
            setDecided(new Set())
          }}
          decided={decided}
          onDecided={setDecided}
          preview={preview}
          onClose={onClose}
        />
      ) : null}
    </Dialog>
  )
}

interface FilePlanProps {
  readonly file: OpenFile
  readonly targets: readonly ImportTarget[]
  readonly mapping: ColumnMapping
  readonly onMapping: (mapping: ColumnMapping) => void
  readonly decided: ReadonlySet<string>
  readonly onDecided: (decided: ReadonlySet<string>) => void
  readonly preview: CsvImportProps['preview']
  readonly onClose: () => void
}

function FilePlan({ file, targets, mapping, onMapping, decided, onDecided, preview, onClose }: FilePlanProps) {
  const plan = useMemo(() => preview(file.header, file.rows, mapping), [preview, file, mapping])
  const open = plan.problems.filter((problem) => !decided.has(problemKey(problem))).length
  const reason = plan.refusal
    ? 'Nothing can be imported like this.'
    : open > 0
      ? `Decide on ${plural(open, 'cell')} first.`
      : plan.rows.length === 0
        ? 'No row can be imported.'
        : undefined
  return (
    <>
      {file.encoding === 'UTF-8' ? null : (
        <Banner tone="info">This file is not UTF-8. It was read as {file.encoding}: check that accented letters look right below.</Banner>
      )}
      <Columns file={file} targets={targets} mapping={mapping} onMapping={onMapping} />
      {plan.refusal ? <Banner tone="bad">{plan.refusal}</Banner> : null}
      {plan.refusal ? null : <Preview plan={plan} />}
      <CellDecisions problems={plan.problems} decided={decided} onDecided={onDecided} />
      <DialogActions>
        <Button
          variant="primary"
          disabledReason={reason}
          onClick={() => {
            plan.run()
            onClose()
          }}
        >
          Import {plural(plan.rows.length, 'row')}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </>
  )
}

function Columns({ file, targets, mapping, onMapping }: Pick<FilePlanProps, 'file' | 'targets' | 'mapping' | 'onMapping'>) {
  const unused = mapping.filter((target) => target === null).length
  return (
    <details className="csv-columns" open={unused > 0 || undefined}>
      <summary>
        {plural(file.header.length, 'column')}
        {unused > 0 ? `, ${unused} left out` : ', all understood'}
      </summary>
      <ul>
        {file.header.map((title, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file, titles may repeat
          <li key={index}>
            <label>
              <span className="grow">
                {title || `Column ${index + 1}`}
                <span className="fine"> {sample(file.rows, index)}</span>
              </span>
              <select
                className="input"
                value={mapping[index] ?? ''}
                onChange={(event) => onMapping(withTarget(mapping, index, event.target.value || null))}
              >
                <option value="">Leave out</option>
                {targets.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Preview({ plan }: { readonly plan: ImportPreview }) {
  const more = plan.rows.length - previewRows
  return (
    <section className="csv-preview">
      <p>
        <strong>{plan.summary}</strong>
      </p>
      {plan.notes?.map((note) => (
        <p key={note} className="meta">
          {note}
        </p>
      ))}
      {plan.choices}
      <CsvPreviewTable head={plan.head} rows={plan.rows.slice(0, previewRows)} />
      {more > 0 ? <p className="meta">and {plural(more, 'more row', 'more rows')}</p> : null}
    </section>
  )
}

async function readFile(file: File): Promise<{ readonly file?: OpenFile; readonly fault?: string }> {
  if (file.size > limits.importBytes) {
    const most = limits.importBytes / 1024 / 1024
    return { fault: `This file has ${Math.ceil(file.size / 1024 / 1024)} MB. At most ${most} MB can be imported at once.` }
  }
  const reading = readCsv(new Uint8Array(await file.arrayBuffer()))
  if (reading.state === 'refused') return { fault: reading.message }
  if (reading.rows.length === 0) return { fault: 'This file has a header, but no rows.' }
  return { file: { name: file.name, ...reading } }
}

/** A meaning belongs to one column: giving it to another takes it from the first. */
function withTarget(mapping: ColumnMapping, index: number, target: string | null): ColumnMapping {
  return mapping.map((before, at) => (at === index ? target : before === target ? null : before))
}

function sample(rows: readonly CsvRow[], index: number): string {
  const value = rows.find(({ cells }) => (cells[index] ?? '').trim() !== '')?.cells[index] ?? ''
  return value.length > 40 ? `${value.slice(0, 40)}…` : value
}
