import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { workshopContract } from '../../../shared/workshop/contract'
import type { DoorKind } from '../../../shared/workshop/schema'
import { spokenCode } from '../../../shared/workshop/selectors'
import { call } from '../../api/call'
import { Button } from '../../ui/Button'
import { refusalWords } from '../join/refusal-words'
import { useWorkshop } from '../workshop-context'
import { CopyField } from './CopyField'
import { QrCode } from './QrCode'

interface CodePartProps {
  readonly joinUrl: string
  readonly joinCode: string
  readonly door: DoorKind
  readonly mayRotate: boolean
}

const doorWords: Readonly<Record<DoorKind, string>> = {
  open: 'Whoever has the code comes in as participant or observer.',
  passphrase: 'Whoever has the code and the passphrase comes in as participant or observer.',
  knock: 'Whoever has the code can ask to come in. A facilitator lets them in.',
}

/** The open way in: code, link and picture all say the same. */
export function CodePart({ joinUrl, joinCode, door, mayRotate }: CodePartProps) {
  return (
    <section className="invite-open" aria-label="Join by code">
      <QrCode className="invite-qr" text={joinUrl} label={`QR code for ${joinUrl}`} />
      <div className="invite-words">
        <p>
          <span className="meta">Code</span>
          <b className="invite-code">{spokenCode(joinCode)}</b>
        </p>
        <CopyField label="Join link" value={joinUrl} />
        <p className="meta">{doorWords[door]}</p>
        {mayRotate ? <RotateCode /> : null}
      </div>
    </section>
  )
}

/** A new code in two presses: the old one, on paper or on the wall, stops working. */
function RotateCode() {
  const { actor } = useWorkshop()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function rotate() {
    setBusy(true)
    try {
      await call(workshopContract.rotateCode, { params: { id: actor.workshopId } })
      setAsked(false)
    } catch (refusal) {
      setFailure(refusalWords(refusal))
    } finally {
      setBusy(false)
    }
  }

  if (!asked) {
    return (
      <Button size="sm" Icon={RefreshCw} className="invite-rotate" onClick={() => setAsked(true)}>
        Change the code
      </Button>
    )
  }
  return (
    <div className="invite-confirm">
      <span>The present code stops working at once. People who are in stay in.</span>
      <span className="row">
        <Button size="sm" variant="danger" busy={busy} onClick={rotate}>
          Change it now
        </Button>
        <Button size="sm" onClick={() => setAsked(false)}>
          Keep it
        </Button>
      </span>
      {failure ? <span className="errmsg">{failure}</span> : null}
    </div>
  )
}
