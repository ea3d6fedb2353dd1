import { Link2, Unlink } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { evidenceOf } from '../../../../shared/tools/drafts/evidence/evidence'
import { linkWords, restoreLink, unlinkWords } from '../../../../shared/tools/drafts/evidence/origin-commands'
import type { Origin } from '../../../../shared/tools/drafts/evidence/origin-schema'
import { tracedPhrases } from '../../../../shared/tools/drafts/evidence/traced-phrases'
import { tracesOf } from '../../../../shared/tools/drafts/evidence/traces'
import { can, canChangeComment } from '../../../../shared/tools/drafts/permissions'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { type Span, wordsIn } from '../../../../shared/tools/drafts/wording-text'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { toast } from '../../../ui/toast'
import type { Comments } from '../comments/use-comments'
import type { Wording } from '../live-wording'
import { EvidenceDialog } from './EvidenceDialog'
import { LinkSources } from './LinkSources'
import { useSources } from './use-sources'

interface OriginsDialogProps {
  readonly draft: Statement
  readonly wording: Wording
  readonly comments: Comments
  /** The words that were selected when it was asked for. */
  readonly selected: Span | undefined
  readonly onClose: () => void
}

/** Where the words of a wording that is being written come from, and saying so. */
export function OriginsDialog(props: OriginsDialogProps) {
  const waiting = (
    <Dialog open wide onClose={props.onClose} title="Where the words come from">
      <p className="meta">Reading the notes…</p>
    </Dialog>
  )
  return (
    <Suspense fallback={waiting}>
      <LiveOrigins {...props} />
    </Suspense>
  )
}

function LiveOrigins({ draft, wording, comments, selected, onClose }: OriginsDialogProps) {
  const { actor, serverNow, outdated } = useWorkshop()
  const { doc, text, origins } = comments
  const sources = useSources()
  const { textHash } = wording
  const evidence = useMemo(
    () => evidenceOf({ draftId: draft.id, text, textHash }, origins, sources),
    [draft.id, text, textHash, origins, sources],
  )
  const phrases = useMemo(() => tracedPhrases(text, tracesOf(text, origins).traces), [text, origins])
  const [linking, setLinking] = useState<Span>()
  const mayLink = doc !== undefined && can(actor, 'comments/write') && !outdated

  function link(refs: Origin['refs']) {
    if (!doc || !linking) return
    const id = linkWords(doc, actor, { text, span: linking, refs, nowMs: serverNow() })
    setLinking(undefined)
    if (id)
      toast({
        message: 'Kept where the words come from.',
        action: { label: 'Undo', run: () => void unlinkWords(doc, actor, id, serverNow()) },
      })
  }

  function unlink(origin: Origin) {
    if (!doc || !unlinkWords(doc, actor, origin.id, serverNow())) return
    toast({ message: 'Link taken back.', action: { label: 'Undo', run: () => void restoreLink(doc, actor, origin.id) } })
  }

  function actions(place: number) {
    const phrase = phrases[place]
    if (!phrase || !mayLink) return null
    const ids = new Set(phrase.traces.map(({ originId }) => originId))
    const own = origins.filter((origin) => ids.has(origin.id) && origin.how === 'linked' && canChangeComment(actor, origin.authorId))
    return (
      <div className="row wrap">
        <Button size="sm" Icon={Link2} onClick={() => setLinking(phrase.span)}>
          Say where this comes from…
        </Button>
        {own.map((origin) => (
          <Button key={origin.id} size="sm" variant="ghost" Icon={Unlink} onClick={() => unlink(origin)}>
            Take back the link on “{origin.quote.slice(0, 40)}”
          </Button>
        ))}
      </div>
    )
  }

  return (
    <EvidenceDialog blocks={wording.blocks} evidence={evidence} actions={actions} onClose={onClose}>
      {selected && mayLink ? (
        <div className="row wrap between evidence-selected">
          <span className="voice">“{wordsIn(text, selected)}”</span>
          <Button size="sm" Icon={Link2} onClick={() => setLinking(selected)}>
            Say where these words come from…
          </Button>
        </div>
      ) : null}
      {linking ? (
        <LinkSources words={wordsIn(text, linking)} groups={sources.groups()} onLink={link} onClose={() => setLinking(undefined)} />
      ) : null}
    </EvidenceDialog>
  )
}
