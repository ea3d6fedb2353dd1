import { Combine, Plus } from 'lucide-react'
import { type FormEvent, useCallback, useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { MarkedInk } from '../../../../shared/tools/drafts/rivals/kept-marks'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { call } from '../../../api/call'
import { useTypedWords } from '../../../app/use-typed-words'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { toast } from '../../../ui/toast'
import { WordDifference } from '../../../ui/WordDifference'
import { type Wording, wordingFrom } from '../live-wording'
import { WordingView } from '../WordingView'
import { MergePieces } from './MergePieces'
import { MergeSource } from './MergeSource'
import { isChanged, type MergePiece, phrasesOf, previewOf, withPiece } from './merging'
import './merge.css'

/** A wording of the statement and what it is called here. */
export interface NamedWording {
  readonly draft: Statement
  readonly name: string
}

interface MergeDialogProps {
  readonly working: Statement
  readonly wording: Wording
  /** The working draft first. */
  readonly wordings: readonly NamedWording[]
  /** Kept by the page, so that closing the dialog loses nothing. */
  readonly pieces: readonly MergePiece[]
  readonly onPieces: (pieces: readonly MergePiece[]) => void
  readonly onClose: () => void
}

/** Puts a text together from phrases of all wordings and words written fresh between them; it becomes another wording. */
export function MergeDialog({ working, wording, wordings, pieces, onPieces, onClose }: MergeDialogProps) {
  const { actor } = useWorkshop()
  const [inks, setInks] = useState<ReadonlyMap<string, MarkedInk>>(new Map())
  const { words: fresh, type } = useTypedWords(`merge:${working.id}:fresh`)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const hear = useCallback((draftId: string, ink: MarkedInk) => setInks((before) => new Map(before).set(draftId, ink)), [])
  const merged = wordingFrom(previewOf(pieces, inks))
  const hasChanged = pieces.some((piece) => isChanged(piece, inks))

  function writeBetween(event: FormEvent) {
    event.preventDefault()
    if (fresh.trim() === '') return
    onPieces(withPiece(pieces, { text: fresh.trim() }))
    announce('Added at the end. Move it to where it belongs.')
    type('')
  }

  async function make() {
    setBusy(true)
    try {
      const body = { kind: working.kind, title: 'Merged text', rivalOf: working.id, phrases: phrasesOf(pieces) }
      await call(contract.createDraft, { params: { id: actor.workshopId }, body })
      toast({ message: 'The merged text stands beside the draft. Each phrase keeps where it is from.' })
      onPieces([])
      onClose()
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
    } finally {
      setBusy(false)
    }
  }

  const reason =
    pieces.length === 0 ? 'Pick some phrases first.' : hasChanged ? 'Pick the marked phrases again, or take them out.' : undefined
  return (
    <Dialog open wide onClose={onClose} title="Put a text together">
      <div className="merge">
        <div className="merge-sources">
          <p className="meta">Press a phrase to pick it, press it again to take it out.</p>
          {wordings.map(({ draft, name }) => (
            <MergeSource
              key={draft.id}
              draft={draft}
              name={name}
              pieces={pieces}
              onPick={(phrase) => {
                onPieces(withPiece(pieces, phrase))
                announce(`Picked, ${pieces.length + 1} so far.`)
              }}
              onDrop={(key) => onPieces(pieces.filter((each) => each.key !== key))}
              onInk={hear}
            />
          ))}
        </div>
        <div className="merge-result">
          <h3 className="h">Merged text</h3>
          <section className="merge-preview" aria-label="Preview">
            <WordingView blocks={merged.blocks} empty="Nothing picked yet." />
          </section>
          <MergePieces
            pieces={pieces}
            nameOf={(draftId) => wordings.find(({ draft }) => draft.id === draftId)?.name ?? 'A wording that was set aside'}
            isChanged={(piece) => isChanged(piece, inks)}
            onChange={onPieces}
          />
          <form className="row merge-fresh" onSubmit={writeBetween}>
            <input
              className="input"
              aria-label="Joining words, written fresh"
              placeholder="Joining words, written fresh"
              maxLength={limits.phraseLength}
              value={fresh}
              onChange={(event) => type(event.target.value)}
            />
            <Button type="submit" size="sm" Icon={Plus}>
              Add
            </Button>
          </form>
          {pieces.length > 0 ? (
            <details>
              <summary className="meta">Compared with the working draft</summary>
              <WordDifference
                before={{ name: 'the working draft', plain: wording.plain }}
                after={{ name: 'the merged text', plain: merged.plain }}
              />
            </details>
          ) : null}
        </div>
      </div>
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      <DialogActions inView>
        <Button variant="primary" Icon={Combine} busy={isBusy} disabledReason={reason} onClick={() => void make()}>
          Make it another wording
        </Button>
        <Button onClick={onClose}>Keep for later</Button>
      </DialogActions>
    </Dialog>
  )
}
