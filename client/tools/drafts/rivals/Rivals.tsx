import { Archive, Combine, Copy, GitCompare, PencilLine, Plus, StickyNote } from 'lucide-react'
import { useState } from 'react'
import type * as Y from 'yjs'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/drafts/contract'
import { can } from '../../../../shared/tools/drafts/permissions'
import { countWords } from '../../../../shared/tools/drafts/plain-text'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { locks } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { Menu, type MenuItem } from '../../../ui/Menu'
import { ScrollRegion } from '../../../ui/ScrollRegion'
import { toast } from '../../../ui/toast'
import { attempt } from '../attempt'
import { copyWords } from '../copy-words'
import type { DraftHand } from '../editor/editor-hand'
import { useWording, type Wording } from '../live-wording'
import { type DraftRoom, readyDoc, useDraftRoom } from '../use-draft-room'
import { VersionsButton } from '../versions/VersionsButton'
import { WordingView } from '../WordingView'
import { BringButton, broughtInWords } from './BringButton'
import { bringAlong } from './bring-along'
import { CompareDialog } from './CompareDialog'
import { useKeptPieces } from './kept-pieces'
import { MergeDialog } from './MergeDialog'
import { NotesDialog } from './NotesDialog'
import { RatingSlot } from './RatingSlot'
import { RivalDialog } from './RivalDialog'
import { Standings } from './Standings'
import './rivals.css'

interface RivalsProps {
  readonly draft: Statement
  readonly room: DraftRoom | undefined
  readonly wording: Wording
  readonly rivals: readonly Statement[]
  /** How many were ever begun, those set aside included: no letter is used twice. */
  readonly begun: number
  /** Undefined while the draft cannot be written in from here. */
  readonly hand: DraftHand | undefined
  /** The document of the comments on the draft; undefined until it is in. */
  readonly comments: Y.Doc | undefined
}

/** Other wordings for the draft, side by side. */
export function Rivals({ draft, room, wording, rivals, begun, hand, comments }: RivalsProps) {
  const { actor, record } = useWorkshop()
  const [editing, setEditing] = useState<string>()
  const [comparing, setComparing] = useState<string>()
  const [dialog, setDialog] = useState<'merge' | 'notes'>()
  const [pieces, setPieces] = useKeptPieces(draft.id)
  const isLocked = useRecord(locks, record, 'drafts') !== undefined
  const mayWrite = can(actor, 'drafts/create-rival') && !isLocked
  if (rivals.length === 0 && !mayWrite) return null

  const wish = { kind: draft.kind, title: `Alternative ${letterOf(begun)}`, rivalOf: draft.id }
  const wordings = [{ draft, name: 'Working draft' }, ...rivals.map((rival, at) => ({ draft: rival, name: nameOf(rival, at) }))]
  const full = wordings.length >= limits.wordings ? 'Six wordings stand side by side. Set one aside first.' : undefined

  async function writeAnother() {
    const made = await attempt(() => call(contract.createDraft, { params: { id: actor.workshopId }, body: wish }))
    if (made) setEditing(made.draftId)
  }

  const edited = rivals.find((rival) => rival.id === editing)
  return (
    <section className="drafts-rivals" aria-labelledby="drafts-rivals-h">
      <div className="row wrap between">
        <h2 className="h" id="drafts-rivals-h">
          Alternatives
        </h2>
        <span className="row wrap drafts-rivals-acts">
          {mayWrite && rivals.length > 0 ? (
            <Button variant="ghost" size="sm" Icon={Combine} disabledReason={full} onClick={() => setDialog('merge')}>
              Put a text together{pieces.length > 0 ? ` (${pieces.length} picked)` : ''}
            </Button>
          ) : null}
          {mayWrite ? (
            <>
              <Button variant="ghost" size="sm" Icon={StickyNote} disabledReason={full} onClick={() => setDialog('notes')}>
                From notes…
              </Button>
              <Button variant="ghost" size="sm" Icon={Plus} disabledReason={full} onClick={() => void writeAnother()}>
                Write another
              </Button>
            </>
          ) : null}
        </span>
      </div>
      {rivals.length === 0 ? <p className="meta">No other wording yet. Two versions side by side show what each protects.</p> : null}
      <div className="drafts-alts">
        {rivals.map((rival, at) => (
          <RivalCard
            key={rival.id}
            rival={rival}
            name={nameOf(rival, at)}
            hand={hand}
            isDraftEmpty={wording.text === ''}
            into={comments && room?.isReady ? { into: room.handle.doc, comments } : undefined}
            onEdit={() => setEditing(rival.id)}
            onCompare={() => setComparing(rival.id)}
          />
        ))}
      </div>
      {rivals.length > 0 ? <Standings wordings={wordings} /> : null}
      {edited ? <RivalDialog draft={edited} onClose={() => setEditing(undefined)} /> : null}
      {comparing ? <CompareDialog wordings={wordings} first={[draft.id, comparing]} onClose={() => setComparing(undefined)} /> : null}
      {dialog === 'notes' ? <NotesDialog wish={wish} onBegun={setEditing} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'merge' ? (
        <MergeDialog
          working={draft}
          wording={wording}
          wordings={wordings}
          pieces={pieces}
          onPieces={setPieces}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </section>
  )
}

/** What a wording is called beside the others. */
function nameOf(rival: Statement, at: number): string {
  return /^Alternative\b/.test(rival.title) ? rival.title : `Alternative ${letterOf(at)} · ${rival.title}`
}

/** The working draft is A. */
function letterOf(index: number): string {
  return index < 25 ? String.fromCharCode(66 + index) : String(index + 2)
}

interface RivalCardProps {
  readonly rival: Statement
  readonly name: string
  readonly hand: DraftHand | undefined
  readonly isDraftEmpty: boolean
  /** The draft's document, and that of the comments on it; undefined until both are in. */
  readonly into: Pick<Parameters<typeof bringAlong>[1], 'into' | 'comments'> | undefined
  readonly onEdit: () => void
  readonly onCompare: () => void
}

function RivalCard({ rival, name, hand, isDraftEmpty, into, onEdit, onCompare }: RivalCardProps) {
  const session = useWorkshop()
  const { actor } = session
  const doc = readyDoc(useDraftRoom(rival.id))
  const wording = useWording(doc)
  const words = countWords(wording.plain)
  const isEmpty = wording.text === ''
  const rated = { draftId: rival.id, text: wording.text, textHash: wording.textHash, name }

  function bringIn(how: 'append' | 'replace') {
    if (!hand) return
    hand.bringIn(wording.blocks, how)
    if (doc && into) void bringAlong(session, { draftId: rival.id, doc, ...into })
    toast({ message: broughtInWords(name, how, isDraftEmpty), action: { label: 'Undo', run: () => hand.undo() } })
  }

  return (
    <article className="card drafts-alt" aria-label={name}>
      <header className="row between">
        <b className="fine">{name}</b>
        <span className="row">
          {isEmpty ? null : <RatingSlot part="Count" {...rated} />}
          <RivalMenu rival={rival} wording={wording} onEdit={onEdit} />
        </span>
      </header>
      <ScrollRegion className="drafts-alt-text" label={`Words of ${name}`}>
        <WordingView blocks={wording.blocks} empty="No words yet." />
      </ScrollRegion>
      <div className="row wrap drafts-alt-facts">
        <span className="fine nowrap">{words === 1 ? '1 word' : `${words} words`}</span>
        <VersionsButton draft={rival} wording={wording} />
        {isEmpty ? null : <RatingSlot part="Rating" {...rated} />}
      </div>
      <footer className="row wrap">
        {can(actor, 'drafts/create-rival') ? (
          isEmpty ? (
            <Button size="sm" Icon={PencilLine} onClick={onEdit}>
              Write it
            </Button>
          ) : (
            <BringButton name={name} isDraftEmpty={isDraftEmpty} onBring={hand ? bringIn : undefined} />
          )
        ) : null}
        {isEmpty ? null : (
          <Button variant="ghost" size="sm" Icon={GitCompare} onClick={onCompare}>
            Compare words
          </Button>
        )}
      </footer>
    </article>
  )
}

interface RivalMenuProps {
  readonly rival: Statement
  readonly wording: Wording
  readonly onEdit: () => void
}

function RivalMenu({ rival, wording, onEdit }: RivalMenuProps) {
  const { actor } = useWorkshop()
  const items: MenuItem[] = []
  const params = { id: actor.workshopId, draftId: rival.id }
  if (can(actor, 'drafts/create-rival')) items.push({ label: 'Open to edit', Icon: PencilLine, onSelect: onEdit })
  items.push({ label: 'Copy the text', Icon: Copy, onSelect: () => void copyWords(wording.text) })
  if (can(actor, 'drafts/change')) {
    items.push({
      label: 'Set aside',
      Icon: Archive,
      onSelect: () => void attempt(() => call(contract.changeDraft, { params, body: { state: 'retired' } })),
    })
  }
  return <Menu small label={`More for ${rival.title}`} items={items} />
}
