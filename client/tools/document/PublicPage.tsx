import { ArrowUpRight, Copy } from 'lucide-react'
import { useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { publications } from '../../../shared/tools/document/collections'
import { unpublish } from '../../../shared/tools/document/contract'
import { can } from '../../../shared/tools/document/permissions'
import type { DocumentChoice, Publication } from '../../../shared/tools/document/schema'
import { call } from '../../api/call'
import { copyText } from '../../app/hand-over'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { IconButton } from '../../ui/IconButton'
import { toast } from '../../ui/toast'
import { PublishDialog } from './PublishDialog'

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' })

/** The page that anybody with the link may read: its state, its link, a new version, taking it down. */
export function PublicPage({ choice }: { readonly choice: DocumentChoice }) {
  const { record, actor } = useWorkshop()
  const publication = useRecord(publications, record, 'publication')
  const [dialog, setDialog] = useState<'publish' | 'withdraw' | 'none'>('none')
  const mayPublish = can(actor, 'document/publish')
  const isLive = publication?.state === 'live'
  const nextVersion = (publication?.version ?? 0) + 1
  return (
    <section className="card document-public">
      <div className="row between">
        <h2 className="h">Public page</h2>
        <span className="meta">{isLive ? 'On' : 'Off'}</span>
      </div>
      <p className="meta">Read only. Updates when you press Publish, never by itself.</p>
      {isLive ? <PublicLink publication={publication} /> : null}
      {mayPublish ? (
        <Button variant="primary" block Icon={ArrowUpRight} onClick={() => setDialog('publish')}>
          {nextVersion === 1 ? 'Publish the document' : `Publish version ${nextVersion}`}
        </Button>
      ) : null}
      <p className="fine">{stateInWords(publication, mayPublish)}</p>
      {isLive && mayPublish ? (
        <Button variant="ghost" size="sm" onClick={() => setDialog('withdraw')}>
          Take the page down
        </Button>
      ) : null}
      {dialog === 'publish' ? <PublishDialog choice={choice} version={nextVersion} onClose={() => setDialog('none')} /> : null}
      {dialog === 'withdraw' ? <WithdrawDialog workshopId={actor.workshopId} onClose={() => setDialog('none')} /> : null}
    </section>
  )
}

function stateInWords(publication: Publication | undefined, mayPublish: boolean): string {
  if (!publication) return mayPublish ? 'Nothing is public yet.' : 'Nothing is public yet. A facilitator can publish the document.'
  if (publication.state === 'withdrawn') return `Version ${publication.version} was taken down. The link answers as if it had never been.`
  return `Version ${publication.version} is live since ${day.format(publication.atMs)}, published by ${publication.byName}.`
}

function PublicLink({ publication }: { readonly publication: Publication }) {
  async function copy() {
    toast({
      message: (await copyText(publication.url)) ? 'Link copied' : 'This browser did not allow copying. Select the link and copy it.',
    })
  }
  return (
    <div className="document-link">
      <a href={publication.url} target="_blank" rel="noopener noreferrer">
        {publication.url.replace(/^https?:\/\//, '')}
      </a>
      <IconButton label="Copy the link" Icon={Copy} small onClick={() => void copy()} />
    </div>
  )
}

function WithdrawDialog({ workshopId, onClose }: { readonly workshopId: string; readonly onClose: () => void }) {
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function withdraw() {
    setBusy(true)
    try {
      await call(unpublish, { params: { id: workshopId } })
      toast({ message: 'The public page was taken down' })
      onClose()
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
      setBusy(false)
    }
  }

  return (
    <Dialog open onClose={onClose} title="Take the public page down?">
      <p>
        Nobody can read it at its link any more. What people already copied or printed stays with them. You can publish again later, at the
        same link.
      </p>
      {problem ? (
        <p className="errmsg" role="alert">
          {problem}
        </p>
      ) : null}
      <DialogActions>
        <Button variant="danger" busy={isBusy} onClick={() => void withdraw()}>
          Take the page down
        </Button>
        <Button onClick={onClose}>Keep it public</Button>
      </DialogActions>
    </Dialog>
  )
}
