import { Archive, ArrowUpRight, Copy, GitCompare, PencilLine, Plus, Replace } from 'lucide-react'
import { useState } from 'react'
import { contract } from '../../../shared/tools/drafts/contract'
import { can } from '../../../shared/tools/drafts/permissions'
import { countWords } from '../../../shared/tools/drafts/plain-text'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { locks } from '../../../shared/workshop/collections'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Menu, type MenuItem } from '../../ui/Menu'
import { toast } from '../../ui/toast'
import { attempt } from './attempt'
import { CompareDialog } from './CompareDialog'
import { copyWords } from './copy-words'
import type { DraftHand } from './editor-hand'
import { useWording, type Wording } from './live-wording'
import { RivalDialog } from './RivalDialog'
import { readyDoc, useDraftRoom } from './use-draft-room'
import { VersionsButton } from './VersionsButton'
import { WordingView } from './WordingView'

interface RivalsProps {
  readonly draft: Statement
  readonly wording: Wording
  readonly rivals: readonly Statement[]
  /** How many were ever begun, those set aside included: no letter is used twice. */
  readonly begun: number
  /** Undefined while the draft cannot be written in from here. */
  readonly hand: DraftHand | undefined
}

/** Other wordings for the draft, side by side. */
export function Rivals({ draft, wording, rivals, begun, hand }: RivalsProps) {
  const { actor, record } = useWorkshop()
  const [editing, setEditing] = useState<string>()
  const isLocked = useRecord(locks, record, 'drafts') !== undefined
  const mayWrite = can(actor, 'drafts/create-rival') && !isLocked
  if (rivals.length === 0 && !mayWrite) return null

  async function writeAnother() {
    const title = `Alternative ${letterOf(begun)}`
    const body = { kind: draft.kind, title, rivalOf: draft.id }
    const made = await attempt(() => call(contract.createDraft, { params: { id: actor.workshopId }, body }))
    if (made) setEditing(made.draftId)
  }

  const edited = rivals.find((rival) => rival.id === editing)
  return (
    <section className="drafts-rivals" aria-labelledby="drafts-rivals-h">
      <div className="row between">
        <h2 className="h" id="drafts-rivals-h">
          Alternatives
        </h2>
        {mayWrite ? (
          <Button variant="ghost" size="sm" Icon={Plus} onClick={() => void writeAnother()}>
            Write another
          </Button>
        ) : null}
      </div>
      {rivals.length === 0 ? <p className="meta">No other wording yet. Two versions side by side show what each protects.</p> : null}
      <div className="drafts-alts">
        {rivals.map((rival, at) => (
          <RivalCard key={rival.id} rival={rival} letter={letterOf(at)} against={wording} hand={hand} onEdit={() => setEditing(rival.id)} />
        ))}
      </div>
      {edited ? <RivalDialog draft={edited} onClose={() => setEditing(undefined)} /> : null}
    </section>
  )
}

/** The working draft is A. */
function letterOf(index: number): string {
  return index < 25 ? String.fromCharCode(66 + index) : String(index + 2)
}

interface RivalCardProps {
  readonly rival: Statement
  readonly letter: string
  readonly against: Wording
  readonly hand: DraftHand | undefined
  readonly onEdit: () => void
}

function RivalCard({ rival, letter, against, hand, onEdit }: RivalCardProps) {
  const { actor } = useWorkshop()
  const [isComparing, setComparing] = useState(false)
  const wording = useWording(readyDoc(useDraftRoom(rival.id)))
  const name = /^Alternative\b/.test(rival.title) ? rival.title : `Alternative ${letter} · ${rival.title}`
  const words = countWords(wording.plain)
  const isEmpty = wording.text === ''

  function bringIn(how: 'append' | 'replace') {
    if (!hand) return
    hand.bringIn(wording.blocks, how)
    toast({ message: `${name} is in the draft.`, action: { label: 'Undo', run: () => hand.undo() } })
  }

  return (
    <article className="card drafts-alt" aria-label={name}>
      <header className="row between">
        <b className="fine">{name}</b>
        <span className="row">
          <span className="fine nowrap">{words === 1 ? '1 word' : `${words} words`}</span>
          <RivalMenu rival={rival} wording={wording} onEdit={onEdit} onReplace={hand && !isEmpty ? () => bringIn('replace') : undefined} />
        </span>
      </header>
      {/* A long one scrolls in its card, by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable */}
      <section className="drafts-alt-text" aria-label={`Words of ${name}`} tabIndex={0}>
        <WordingView blocks={wording.blocks} empty="No words yet." />
      </section>
      <footer className="row wrap">
        {can(actor, 'drafts/create-rival') ? (
          isEmpty ? (
            <Button size="sm" Icon={PencilLine} onClick={onEdit}>
              Write it
            </Button>
          ) : (
            <Button
              size="sm"
              Icon={ArrowUpRight}
              disabledReason={hand ? undefined : 'The draft is not open for writing.'}
              onClick={() => bringIn('append')}
            >
              Bring into draft
            </Button>
          )
        ) : null}
        {isEmpty ? null : (
          <Button variant="ghost" size="sm" Icon={GitCompare} onClick={() => setComparing(true)}>
            Compare words
          </Button>
        )}
        <VersionsButton draft={rival} wording={wording} />
      </footer>
      {isComparing ? <CompareDialog name={name} before={against} after={wording} onClose={() => setComparing(false)} /> : null}
    </article>
  )
}

interface RivalMenuProps {
  readonly rival: Statement
  readonly wording: Wording
  readonly onEdit: () => void
  readonly onReplace: (() => void) | undefined
}

function RivalMenu({ rival, wording, onEdit, onReplace }: RivalMenuProps) {
  const { actor } = useWorkshop()
  const items: MenuItem[] = []
  const params = { id: actor.workshopId, draftId: rival.id }
  if (can(actor, 'drafts/create-rival')) items.push({ label: 'Open to edit', Icon: PencilLine, onSelect: onEdit })
  if (onReplace) items.push({ label: 'Replace the draft with it', Icon: Replace, onSelect: onReplace })
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
