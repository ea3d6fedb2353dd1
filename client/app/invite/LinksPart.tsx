import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { roleLabels } from '../../../shared/access/actor'
import { participants } from '../../../shared/workshop/collections'
import { workshopContract } from '../../../shared/workshop/contract'
import type { LinkSummary } from '../../../shared/workshop/fields'
import { call } from '../../api/call'
import { useRecord } from '../../sync/use-live'
import { announce } from '../../ui/announce'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'
import { CopyField } from './CopyField'
import { type MadeLink, MakeLink } from './MakeLink'
import { timeWords } from './time-words'
import { useLinks } from './use-links'

/** Links with a role of their own: make, list, revoke. */
export function LinksPart() {
  const { actor } = useWorkshop()
  const { items: links, failure, reload } = useLinks(actor.workshopId)
  const [made, setMade] = useState<MadeLink>()

  function show(link: MadeLink) {
    setMade(link)
    reload()
  }

  function forget(linkId: string) {
    if (made?.linkId === linkId) setMade(undefined)
    reload()
  }

  return (
    <section className="invite-links" aria-labelledby="links-title">
      <h3 id="links-title" className="h">
        Links with a role
      </h3>
      <MakeLink onMade={show} />
      {made ? (
        <CopyField
          label={`New ${roleLabels[made.role].toLowerCase()} link`}
          value={made.url}
          hint="Copy it now: it is shown this once. A lost link is replaced by a new one."
        />
      ) : null}
      {failure ? <Banner tone="bad">{failure}</Banner> : null}
      {links === undefined ? null : links.length === 0 ? (
        <p className="meta">No other links work now.</p>
      ) : (
        <ul className="invite-list" aria-label="Links that work now">
          {links.map((link) => (
            <LinkRow key={link.linkId} link={link} onRevoked={() => forget(link.linkId)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function LinkRow({ link, onRevoked }: { readonly link: LinkSummary; readonly onRevoked: () => void }) {
  const { actor, record } = useWorkshop()
  const maker = useRecord(participants, record, link.createdBy ?? '')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const name = `${roleLabels[link.role]} link of ${timeWords(link.createdAtMs)}`

  async function revoke() {
    setBusy(true)
    try {
      await call(workshopContract.revokeLink, { params: { id: actor.workshopId }, body: { linkId: link.linkId } })
      announce(`${name} revoked.`)
      onRevoked()
    } catch (refusal) {
      setFailure(refusalWords(refusal))
      setBusy(false)
    }
  }

  return (
    <li>
      <span className="grow">
        <b>{roleLabels[link.role]}</b>
        <span className="meta">
          {` made ${timeWords(link.createdAtMs)}`}
          {maker ? ` by ${maker.name}` : ''}
          {link.usesLeft === undefined ? '' : `, ${link.usesLeft === 1 ? '1 person' : `${link.usesLeft} people`} can still use it`}
          {link.expiresAtMs === undefined ? '' : `, until ${timeWords(link.expiresAtMs)}`}
        </span>
        {failure ? <span className="errmsg">{failure}</span> : null}
      </span>
      {asked ? (
        <span className="row">
          <Button size="sm" variant="danger" busy={busy} onClick={revoke}>
            Revoke now
          </Button>
          <Button size="sm" onClick={() => setAsked(false)}>
            Keep
          </Button>
        </span>
      ) : (
        <Button size="sm" Icon={Trash2} aria-label={`Revoke: ${name}`} onClick={() => setAsked(true)}>
          Revoke
        </Button>
      )}
    </li>
  )
}
