import { ArrowRight, UserPlus, Vote } from 'lucide-react'
import { useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import { contract } from '../../../../shared/tools/votes/contract'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { fewestSecretBallots } from '../../../../shared/tools/votes/secrecy'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { ClosingCount } from '../turnout/ClosingCount'
import { useAct } from '../use-act'
import { GuestRows } from './GuestRows'
import { MadeLinks } from './MadeLinks'
import { untilWords } from './until-words'
import type { Guests } from './use-guests'

interface LateRunningProps {
  readonly late: Round
  readonly guests: Guests
  /** After links were made, when what was pressed is gone. */
  readonly onInvited: () => void
  /** For a facilitator who votes and was absent; never for a check, which is answered beside its wording. */
  readonly onAnswer: (() => void) | undefined
}

/** While late answers are open: how many came, the links, and the end of it. */
export function LateRunning({ late, guests, onInvited, onAnswer }: LateRunningProps) {
  const { untilMs = 0, turnout } = late

  async function invite() {
    await guests.inviteAll(untilMs)
    onInvited()
  }

  return (
    <>
      <p>
        Open until <b>{untilWords(untilMs)}</b> · {turnout.begun} answered so far <ClosingCount round={late} />
      </p>
      <MadeLinks guests={guests} />
      <details className="votes-details" open={guests.named.length > 0 || undefined}>
        <summary>Invite more</summary>
        <div className="late-more">
          <GuestRows guests={guests} />
          <Button
            block
            busy={guests.busy}
            Icon={UserPlus}
            disabledReason={guests.named.length === 0 ? 'Write whom you ask.' : undefined}
            onClick={() => void invite()}
          >
            {guests.named.length > 1 ? 'Make their links' : 'Make the link'}
          </Button>
        </div>
      </details>
      {onAnswer ? (
        <Button block Icon={Vote} onClick={onAnswer}>
          Answer late yourself
        </Button>
      ) : null}
      {late.state === 'open' ? <CloseLate late={late} /> : null}
    </>
  )
}

function CloseLate({ late }: Pick<LateRunningProps, 'late'>) {
  const { workshopId } = useWorkshop().actor
  const [asking, setAsking] = useState(false)
  const { busy, run } = useAct()
  const params = { id: workshopId, roundId: late.id }

  async function end(endpoint: typeof contract.closeRound | typeof contract.cancelRound) {
    if (await run(() => call(endpoint, { params }))) setAsking(false)
  }

  return (
    <>
      <Button block Icon={ArrowRight} onClick={() => setAsking(true)}>
        Close late answers
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Close late answers now?">
        <p>{plural(late.turnout.begun, 'person has', 'people have')} answered. Once closed, nobody else can, and the result is final.</p>
        {late.secret && late.turnout.begun > 0 && late.turnout.begun < fewestSecretBallots ? (
          <p>
            The {isAgreement(late.method) ? 'check' : 'vote'} is secret: fewer than {fewestSecretBallots} late answers are not added, and
            the first result stands.
          </p>
        ) : null}
        <p className="meta">If you cancel them instead, the answers are thrown away and the result stays provisional: you can ask again.</p>
        <DialogActions>
          <Button variant="primary" busy={busy} onClick={() => void end(contract.closeRound)}>
            Close late answers
          </Button>
          <Button onClick={() => setAsking(false)}>Keep them open</Button>
          <Button variant="ghost" onClick={() => void end(contract.cancelRound)}>
            Cancel them, count nothing
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
