import { Link as LinkIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dayInWords } from '../../../shared/doc/day'
import type { ResultOf } from '../../../shared/http/endpoint'
import { WorkshopError } from '../../../shared/http/problem'
import { contract } from '../../../shared/tools/partners/contract'
import type { Partner } from '../../../shared/tools/partners/schema'
import { call } from '../../api/call'
import { CopyField } from '../../app/invite/CopyField'
import { useWorkshop } from '../../app/workshop-context'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { toast } from '../../ui/toast'

type RowLink = ResultOf<typeof contract.listRowLinks>['links'][number]

interface RowLinkDialogProps {
  readonly partner: Partner
  readonly onClose: () => void
}

/** The private link with which a partner keeps its own row; shown once, replaced rather than shown again. */
export function RowLinkDialog({ partner, onClose }: RowLinkDialogProps) {
  const { workshopId } = useWorkshop().actor
  const [link, setLink] = useState<RowLink>()
  const [url, setUrl] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const params = { id: workshopId, partnerId: partner.id }

  async function attempt(act: () => Promise<void>) {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error
      setRefusal(error.message)
    }
  }

  useEffect(() => {
    call(contract.listRowLinks, { params: { id: workshopId } }).then(
      ({ links }) => setLink(links.find(({ partnerId }) => partnerId === partner.id)),
      (error: unknown) => setRefusal(error instanceof WorkshopError ? error.message : String(error)),
    )
  }, [workshopId, partner.id])

  const make = () =>
    attempt(async () => {
      const made = await call(contract.makeRowLink, { params })
      setUrl(made.url)
    })
  const revoke = () =>
    attempt(async () => {
      await call(contract.revokeRowLink, { params })
      toast({ message: `The link of ${partner.name} does not work any more` })
      onClose()
    })

  return (
    <Dialog open onClose={onClose} title="Private row link">
      <p className="meta">
        With this link {partner.name} keeps its own row: contact, hours, goals, resources. It opens nothing else, and asks for no account.
      </p>
      {refusal ? <Banner tone="bad">{refusal}</Banner> : null}
      {url ? (
        <CopyField label="Link" value={url} hint="Shown this once. Send it to the partner; making another one replaces it." />
      ) : link ? (
        <p>
          A link was made on {dayInWords(link.madeAtMs)}
          {link.usedAtMs === undefined ? ' and has not been used to change anything.' : `, last used on ${dayInWords(link.usedAtMs)}.`}
        </p>
      ) : null}
      <DialogActions>
        {url ? null : (
          <Button variant="primary" Icon={LinkIcon} onClick={make}>
            {link ? 'Make a new link in its place' : 'Make the link'}
          </Button>
        )}
        {link || url ? <Button onClick={revoke}>Revoke the link</Button> : null}
        <Button variant="ghost" onClick={onClose}>
          {url ? 'Done' : 'Cancel'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
