import { PenLine } from 'lucide-react'
import { useMemo, useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { AdoptedStatement } from '../../../../shared/tools/drafts/schema'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import type { Signatory } from '../../../../shared/tools/drafts/signing/signatories'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { ScrollRegion } from '../../../ui/ScrollRegion'
import { toast } from '../../../ui/toast'
import { WordingView } from '../WordingView'

interface SignDialogProps {
  readonly statement: AdoptedStatement
  readonly party: Signatory['party']
  /** For the partner that one comes from; else a signature given elsewhere is written down. */
  readonly isOwn: boolean
  readonly onClose: () => void
}

/** The words that are signed, who signs and as what, and that they may. */
export function SignDialog({ statement, party, isOwn, onClose }: SignDialogProps) {
  const { actor, name: ownName, serverNow } = useWorkshop()
  const blocks = useMemo(() => keptBlocks(statement.adopted), [statement.adopted])
  const [name, setName] = useState(isOwn ? ownName : '')
  const [roleTitle, setRole] = useState(party.contact ?? '')
  const [day, setDay] = useState(() => new Date(serverNow()).toISOString().slice(0, 10))
  const [mayDo, setMayDo] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const missing = missingIn({ name, roleTitle, day, mayDo }, isOwn)

  async function sign() {
    setBusy(true)
    setRefusal(undefined)
    try {
      await call(contract.signDraft, {
        params: { id: actor.workshopId, draftId: statement.id },
        body: { textHash: statement.adopted.textHash, partyId: party.id, name, roleTitle, day },
      })
      toast({ message: isOwn ? `You have signed for ${party.name}.` : `The signature of ${party.name} is written down.` })
      onClose()
    } catch (cause) {
      setBusy(false)
      if (!(cause instanceof WorkshopError)) throw cause
      setRefusal(cause.message)
    }
  }

  return (
    <Dialog open wide onClose={onClose} title={isOwn ? `Sign for ${party.name}` : `Signature of ${party.name}`}>
      <p className="meta">
        {isOwn
          ? 'You sign exactly these words. A later version has to be signed again.'
          : 'Write down a signature that was given elsewhere, for example on paper. Your name stands beside it.'}
      </p>
      <ScrollRegion className="drafts-final" label="The words that are signed">
        <WordingView blocks={blocks} />
      </ScrollRegion>
      <div className="signing-fields">
        <Field label={isOwn ? 'Your name' : 'Who signed'}>
          {(props) => (
            <input
              className="input"
              maxLength={limits.nameLength}
              value={name}
              onChange={(event) => setName(event.target.value)}
              {...props}
            />
          )}
        </Field>
        <Field label="Role title">
          {(props) => (
            <input
              className="input"
              maxLength={limits.titleLength}
              value={roleTitle}
              onChange={(event) => setRole(event.target.value)}
              {...props}
            />
          )}
        </Field>
        <Field label="Day">
          {(props) => <input className="input" type="date" value={day} onChange={(event) => setDay(event.target.value)} {...props} />}
        </Field>
      </div>
      {isOwn ? (
        <label className="row signing-may">
          <input type="checkbox" checked={mayDo} onChange={(event) => setMayDo(event.target.checked)} />I may sign for {party.name}.
        </label>
      ) : null}
      {refusal ? <Banner tone="bad">{refusal}</Banner> : null}
      <DialogActions>
        <Button variant="primary" Icon={PenLine} busy={isBusy} disabledReason={missing} onClick={() => void sign()}>
          {isOwn ? 'Sign' : 'Write it down'}
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </DialogActions>
    </Dialog>
  )
}

interface Filled {
  readonly name: string
  readonly roleTitle: string
  readonly day: string
  readonly mayDo: boolean
}

function missingIn({ name, roleTitle, day, mayDo }: Filled, isOwn: boolean): string | undefined {
  if (name.trim() === '') return 'Say who signs.'
  if (roleTitle.trim() === '') return 'Say as what, for example Director.'
  if (day === '') return 'Choose the day.'
  return isOwn && !mayDo ? 'Say first that you may sign.' : undefined
}
