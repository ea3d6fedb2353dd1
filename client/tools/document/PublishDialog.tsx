import { useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { publish } from '../../../shared/tools/document/contract'
import { partNote, queryOf } from '../../../shared/tools/document/parts'
import type { DocumentChoice } from '../../../shared/tools/document/schema'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { toast } from '../../ui/toast'
import { Tick } from './Tick'
import { usePublicDocument } from './use-document'

interface PublishDialogProps {
  readonly choice: DocumentChoice
  readonly version: number
  readonly onClose: () => void
}

/** Says what becomes public before it does. */
export function PublishDialog({ choice, version, onClose }: PublishDialogProps) {
  const { actor } = useWorkshop()
  const [publicChoice, setPublicChoice] = useState<DocumentChoice>({ ...choice, names: false, reservations: false })
  const { sections, staysInside } = usePublicDocument(publicChoice)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function send() {
    setBusy(true)
    const { names, reservations } = publicChoice
    // Said in full: left out, the server would leave both out too.
    const query = { ...queryOf(publicChoice), names: names ? '1' : '0', reservations: reservations ? '1' : '0' } as const
    try {
      const { version: published } = await call(publish, { params: { id: actor.workshopId }, query })
      toast({ message: `Version ${published} is public` })
      onClose()
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
      setBusy(false)
    }
  }

  return (
    <Dialog open onClose={onClose} title={version === 1 ? 'Publish the document?' : `Publish version ${version}?`}>
      {sections.length === 0 ? (
        <Banner tone="info">
          Nothing you chose can be public yet: it is empty or still a draft. Adopt a wording first, or choose other parts.
        </Banner>
      ) : (
        <>
          <p>Anybody with the link will read this, without signing in:</p>
          <ul className="document-list">
            {sections.map((section) => (
              <li key={section.title}>
                {section.title} <span className="fine">{partNote([section], section.part)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {staysInside.length > 0 ? <p className="meta">Stays inside, because it is not adopted yet: {staysInside.join(', ')}.</p> : null}
      <fieldset className="document-ticks">
        <legend className="vh">People on the public page</legend>
        <Tick
          label="Names of people"
          note={publicChoice.names ? 'public' : 'left out'}
          checked={publicChoice.names}
          onChange={(names) => setPublicChoice({ ...publicChoice, names })}
        />
        <Tick
          label="Reservations, concerns and dissent"
          note={publicChoice.reservations ? 'public' : 'left out'}
          checked={publicChoice.reservations}
          onChange={(reservations) => setPublicChoice({ ...publicChoice, reservations })}
        />
      </fieldset>
      <p className="fine">Once public, it may be copied. You can take the page down, but not what others saved.</p>
      {problem ? (
        <p className="errmsg" role="alert">
          {problem}
        </p>
      ) : null}
      <DialogActions>
        <Button
          variant="primary"
          busy={isBusy}
          disabledReason={sections.length === 0 ? 'There is nothing to publish yet.' : undefined}
          onClick={() => void send()}
        >
          {version === 1 ? 'Publish' : `Publish version ${version}`}
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </DialogActions>
    </Dialog>
  )
}
