import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { limits } from '../../../shared/sync/limits'
import { contract, type ImportDraft } from '../../../shared/tools/drafts/contract'
import type { StatementKind } from '../../../shared/tools/drafts/schema'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { toast } from '../../ui/toast'

interface ImportDialogProps {
  /** An empty draft to fill, a draft to stand beside, or a new statement. */
  readonly target: { readonly draftId: string } | { readonly rivalOf: string } | { readonly kind: StatementKind }
  readonly onClose: () => void
  readonly onDone?: (draftId: string) => void
}

/** Brings in a Markdown or Word file as a wording. */
export function ImportDialog({ target, onClose, onDone }: ImportDialogProps) {
  const { actor } = useWorkshop()
  const [file, setFile] = useState<File>()
  const [problem, setProblem] = useState<string>()
  const [stage, setStage] = useState<'reading' | 'sending'>()
  const isCancelled = useRef(false)

  function choose(chosen: File | undefined) {
    setFile(chosen)
    setProblem(chosen ? problemOf(chosen) : undefined)
  }

  async function bringIn() {
    if (!file) return
    setStage('reading')
    try {
      const body = { target: fullTarget(target, file.name), file: await readChosen(file) }
      if (isCancelled.current) return
      setStage('sending')
      const { draftId } = await call(contract.importDraft, { params: { id: actor.workshopId }, body })
      if (isCancelled.current) return void toast({ message: `${file.name} was in already when you cancelled.` })
      toast({ message: `${file.name} is in.` })
      onDone?.(draftId)
      onClose()
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
    } finally {
      setStage(undefined)
    }
  }

  function cancel() {
    isCancelled.current = true
    onClose()
  }

  return (
    <Dialog open onClose={cancel} title="Bring in a file">
      <Field
        label="Markdown or Word file"
        hint="Headings, bold, italic, lists, quotes, tables and links come in. Pictures stay out."
        error={problem}
      >
        {(props) => (
          <input
            className="input drafts-file"
            type="file"
            accept=".md,.markdown,.txt,.docx,text/markdown,text/plain"
            onChange={(event) => choose(event.target.files?.[0])}
            {...props}
          />
        )}
      </Field>
      {'draftId' in target ? null : <Banner tone="info">It comes in beside the draft. Nothing that is written is replaced.</Banner>}
      <p className="meta" role="status">
        {stage === 'reading' ? `Reading ${file?.name}…` : stage === 'sending' ? 'Making a wording of it…' : ''}
      </p>
      <DialogActions>
        <Button
          variant="primary"
          Icon={FileUp}
          busy={stage !== undefined}
          disabledReason={!file || problem !== undefined ? 'Choose a file first.' : undefined}
          onClick={() => void bringIn()}
        >
          Bring it in
        </Button>
        <Button onClick={cancel}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}

function problemOf(file: File): string | undefined {
  if (!/\.(md|markdown|txt|docx)$/i.test(file.name)) return 'Choose a file that ends with .md, .txt or .docx.'
  if (file.size > limits.importBytes) return 'This file is larger than 10 MB. Take the pictures out first.'
  return undefined
}

async function readChosen(file: File): Promise<ImportDraft['file']> {
  if (!/\.docx$/i.test(file.name)) return { format: 'markdown', text: await file.text() }
  return { format: 'docx', base64: base64Of(new Uint8Array(await file.arrayBuffer())) }
}

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

function fullTarget(target: ImportDialogProps['target'], fileName: string): ImportDraft['target'] {
  const title = fileName.replace(/\.[^.]+$/, '').slice(0, limits.titleLength) || 'From a file'
  // Ids of wordings come from the record, where the schema has checked them.
  if ('draftId' in target) return { draftId: target.draftId as `draft_${string}` }
  if ('rivalOf' in target) return { rivalOf: target.rivalOf as `draft_${string}`, title }
  return { kind: target.kind, title }
}
