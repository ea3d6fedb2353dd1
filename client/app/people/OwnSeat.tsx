import { KeyRound, PencilLine } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { participants } from '../../../shared/workshop/collections'
import { workshopContract } from '../../../shared/workshop/contract'
import type { Participant } from '../../../shared/workshop/schema'
import { call } from '../../api/call'
import { useRecord } from '../../sync/use-live'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { CopyField } from '../invite/CopyField'
import '../invite/invite.css'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'

/** My own seat: how I am called, and the way back to it from another device. */
export function OwnSeat() {
  const { actor, record } = useWorkshop()
  const me = useRecord(participants, record, actor.id)
  const [renaming, setRenaming] = useState(false)
  return (
    <section className="people-own" aria-labelledby="own-seat">
      <h3 id="own-seat" className="people-organisation">
        Your seat
      </h3>
      {me && renaming ? (
        <RenameForm me={me} onDone={() => setRenaming(false)} />
      ) : (
        <Button size="sm" Icon={PencilLine} onClick={() => setRenaming(true)}>
          Correct your name
        </Button>
      )}
      <ReturnLink />
    </section>
  )
}

function RenameForm({ me, onDone }: { readonly me: Participant; readonly onDone: () => void }) {
  const { actor } = useWorkshop()
  const [name, setName] = useState(me.name)
  const [organisation, setOrganisation] = useState(me.organisation ?? '')
  const [error, setError] = useState<string>()

  async function save(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') return setError('Write your name, so that the others know who is here.')
    try {
      const body = { name, organisation, sector: me.sector, level: me.level }
      await call(workshopContract.changeParticipant, { params: { id: actor.workshopId, pid: actor.id }, body })
      announce('Your name is changed.')
      onDone()
    } catch (refusal) {
      setError(refusalWords(refusal))
    }
  }

  return (
    <form className="people-rename" onSubmit={save} noValidate>
      <Field label="Your name" error={error}>
        {(props) => (
          <input
            {...props}
            className="input"
            autoComplete="name"
            maxLength={limits.nameLength}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Organisation">
        {(props) => (
          <input
            {...props}
            className="input"
            autoComplete="organization"
            maxLength={limits.nameLength}
            value={organisation}
            onChange={(event) => setOrganisation(event.target.value)}
          />
        )}
      </Field>
      <span className="row">
        <Button type="submit" variant="primary" size="sm">
          Save name
        </Button>
        <Button size="sm" onClick={onDone}>
          Keep as it is
        </Button>
      </span>
    </form>
  )
}

/** Made when asked for, shown once; making it anew is how a lost one is revoked. */
function ReturnLink() {
  const { actor } = useWorkshop()
  const [link, setLink] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function make() {
    setBusy(true)
    try {
      const { returnLink } = await call(workshopContract.returnLink, { params: { id: actor.workshopId } })
      setLink(returnLink)
      setFailure(undefined)
    } catch (refusal) {
      setFailure(refusalWords(refusal))
    } finally {
      setBusy(false)
    }
  }

  if (link) {
    return (
      <CopyField
        label="Your private return link"
        value={link}
        hint="Keep it to yourself: it opens your own seat on any device. It is shown this once, and earlier ones no longer work."
      />
    )
  }
  return (
    <>
      <Button size="sm" Icon={KeyRound} busy={busy} onClick={make}>
        Get a private return link
      </Button>
      <p className="fine">It brings you back to this seat on another device. Earlier return links stop working.</p>
      {failure ? <p className="errmsg">{failure}</p> : null}
    </>
  )
}
