import {
  Archive,
  Copy,
  FileUp,
  Lock,
  LockOpen,
  MessageSquare,
  MessageSquareDiff,
  MessageSquarePlus,
  Type,
  Users,
  Waypoints,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { plural } from '../../../shared/doc/words'
import { contract } from '../../../shared/tools/drafts/contract'
import { kindLabels, lengthInWords } from '../../../shared/tools/drafts/guidance'
import { can } from '../../../shared/tools/drafts/permissions'
import { countWords } from '../../../shared/tools/drafts/plain-text'
import type { Statement } from '../../../shared/tools/drafts/schema'
import type { Span } from '../../../shared/tools/drafts/wording-text'
import { participants } from '../../../shared/workshop/collections'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuItem } from '../../ui/Menu'
import { toast } from '../../ui/toast'
import { attempt } from './attempt'
import type { Commenting } from './comments/use-commenting'
import type { Comments } from './comments/use-comments'
import { copyWords } from './copy-words'
import type { DraftHand } from './editor/editor-hand'
import { OriginsDialog } from './evidence/OriginsDialog'
import { ImportDialog } from './ImportDialog'
import type { Wording } from './live-wording'
import { MarkedWording } from './MarkedWording'
import { RenameDialog } from './RenameDialog'
import type { DraftRoom } from './use-draft-room'
import { useReadOnlyReason } from './use-statements'
import { VersionsButton } from './versions/VersionsButton'
import { WordingView } from './WordingView'
import './editor/editor.css'

const AuthorsDialog = lazy(async () => ({ default: (await import('./authors/AuthorsDialog')).AuthorsDialog }))
const DraftEditor = lazy(async () => ({ default: (await import('./editor/DraftEditor')).DraftEditor }))

interface WorkingDraftProps {
  readonly draft: Statement
  readonly room: DraftRoom | undefined
  readonly wording: Wording
  readonly onHand: (hand: DraftHand | undefined) => void
  readonly comments: Comments
  readonly commenting: Commenting
  /** Opens the comments where they are not beside the text; absent where they are. */
  readonly onComments: (() => void) | undefined
}

/** The wording that everybody works on: live for those who may write, to read for all others. */
export function WorkingDraft({ draft, room, wording, onHand, comments, commenting, onComments }: WorkingDraftProps) {
  const { actor, name, record } = useWorkshop()
  const me = useRecord(participants, record, actor.id)
  const readOnly = useReadOnlyReason(draft)
  const label = draft.title === kindLabels[draft.kind] ? draft.title : `${kindLabels[draft.kind]}: ${draft.title}`
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null)
  const [tracing, setTracing] = useState<{ readonly selected: Span | undefined }>()
  const openCount = comments.items.open.length + comments.items.orphaned.length

  return (
    <article className="card drafts-card" tabIndex={-1} aria-labelledby={`t-${draft.id}`}>
      <header className="drafts-card-head">
        <span className="row g3 drafts-name">
          <h2 className="h" id={`t-${draft.id}`}>
            {draft.title === kindLabels[draft.kind] ? 'Working draft' : draft.title}
          </h2>
          <span className="meta nowrap">
            {draft.version > 1 ? `version ${draft.version} · ` : ''}
            {draft.composedFrom ? plural(countWords(wording.plain), 'word') : lengthInWords(draft.kind, countWords(wording.plain))}
          </span>
        </span>
        <span ref={setToolbar} className="drafts-toolbar-slot" />
        <span className="row drafts-tools">
          {readOnly ? <Chip Icon={Lock}>{readOnly}</Chip> : null}
          {commenting.actions && (readOnly || onComments) ? <CommentButton commenting={commenting} /> : null}
          {commenting.actions && readOnly && !onComments ? <ProposeButton commenting={commenting} /> : null}
          {onComments ? (
            <Button size="sm" variant="ghost" Icon={MessageSquare} aria-label={`Comments, ${openCount} open`} onClick={onComments}>
              {openCount}
            </Button>
          ) : null}
          <VersionsButton draft={draft} wording={wording} />
          <DraftMenu draft={draft} wording={wording} onOrigins={() => setTracing({ selected: commenting.selection.current?.() })} />
        </span>
      </header>
      {room?.isReady && !readOnly ? (
        <Suspense fallback={<WordingView blocks={wording.blocks} className="drafts-text" />}>
          <DraftEditor
            key={room.handle.doc.guid}
            room={room.handle}
            user={{ id: actor.id, name, colour: me?.colour ?? 8 }}
            label={`${label}, working draft`}
            placeholder="Write it here, together."
            toolbar={toolbar}
            onHand={onHand}
            commenting={commenting}
            hasCommentButton={!onComments}
          />
        </Suspense>
      ) : (
        <MarkedWording
          blocks={wording.blocks}
          empty={room?.isReady ? 'No words yet.' : 'Opening the draft…'}
          text={comments.text}
          words={comments.marked}
          active={commenting.active}
          onOpen={commenting.open}
          selection={commenting.selection}
        />
      )}
      {tracing ? (
        <OriginsDialog
          draft={draft}
          wording={wording}
          comments={comments}
          selected={tracing.selected}
          onClose={() => setTracing(undefined)}
        />
      ) : null}
    </article>
  )
}

/** Where the toolbar is away, or has no room for it. */
function CommentButton({ commenting: { hold, begin } }: { readonly commenting: Commenting }) {
  return <IconButton small label="Comment on the selected words" Icon={MessageSquarePlus} onPointerDown={hold} onClick={begin} />
}

function ProposeButton({ commenting: { hold, propose } }: { readonly commenting: Commenting }) {
  return <IconButton small label="Propose another wording" Icon={MessageSquareDiff} onPointerDown={hold} onClick={() => propose()} />
}

interface DraftMenuProps {
  readonly draft: Statement
  readonly wording: Wording
  /** Shows where the words come from. */
  readonly onOrigins: () => void
}

/** What can be done with a wording beside writing in it. */
function DraftMenu({ draft, wording, onOrigins }: DraftMenuProps) {
  const { actor } = useWorkshop()
  const [dialog, setDialog] = useState<'rename' | 'import' | 'authors'>()
  const params = { id: actor.workshopId, draftId: draft.id }
  const change = (body: { readonly title?: string; readonly state?: 'open' | 'locked' | 'retired' }) =>
    attempt(() => call(contract.changeDraft, { params, body }))
  const isEmpty = wording.text === ''
  // A minority statement goes with the wording that it is about.
  const isDissent = draft.minorityOf !== undefined
  const items: MenuItem[] = [{ label: 'Copy the text', Icon: Copy, onSelect: () => void copyWords(wording.text) }]
  if (!isEmpty && !isDissent) items.push({ label: 'Where the words come from…', Icon: Waypoints, onSelect: onOrigins })
  if (!isDissent) items.push({ label: 'Who wrote which words', Icon: Users, onSelect: () => setDialog('authors') })
  if (can(actor, 'drafts/create-rival') && !isDissent) {
    items.push({
      label: isEmpty ? 'Start from a file…' : 'Another wording from a file…',
      Icon: FileUp,
      onSelect: () => setDialog('import'),
    })
  }
  if (can(actor, 'drafts/change') && !isDissent) {
    items.push(
      { label: 'Rename…', Icon: Type, onSelect: () => setDialog('rename') },
      draft.state === 'locked'
        ? { label: 'Open it again', Icon: LockOpen, onSelect: () => void change({ state: 'open' }) }
        : { label: 'Lock this wording', Icon: Lock, onSelect: () => void change({ state: 'locked' }) },
      { label: 'Set aside', Icon: Archive, onSelect: () => void setAside() },
    )
  }

  async function setAside() {
    const done = await change({ state: 'retired' })
    if (done) toast({ message: `“${draft.title}” was set aside.`, action: { label: 'Undo', run: () => void change({ state: 'open' }) } })
  }

  return (
    <>
      <Menu small label={`More for ${draft.title}`} items={items} />
      {dialog === 'rename' ? (
        <RenameDialog title={draft.title} onRename={(title) => void change({ title })} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'authors' ? (
        <Suspense fallback={null}>
          <AuthorsDialog draft={draft} onClose={() => setDialog(undefined)} />
        </Suspense>
      ) : null}
      {dialog === 'import' ? (
        <ImportDialog
          target={isEmpty && draft.state === 'open' ? { draftId: draft.id } : { rivalOf: draft.rivalOf ?? draft.id }}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </>
  )
}
