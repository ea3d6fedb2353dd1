import { Check, Send } from 'lucide-react'
import { useState } from 'react'
import { contract } from '../../../../shared/tools/votes/contract'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { endOfDay } from '../../../app/invite/time-words'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { useAct } from '../use-act'
import { daysFrom } from './days'
import { GuestRows } from './GuestRows'
import { MadeLinks } from './MadeLinks'
import { sumInWords } from './standing'
import type { Guests } from './use-guests'

/** Days that people have to answer unless the facilitator says otherwise. */
const usualDays = 7

interface AskAbsentProps {
  readonly round: Round
  /** Made before, but not opened. */
  readonly draft: Round | undefined
  readonly guests: Guests
  readonly onOpened: () => void
}

/** Opens late answers until a day, with a private link for everybody who is asked; or lets the result stand without them. */
export function AskAbsent({ round, draft, guests, onOpened }: AskAbsentProps) {
  const { actor, serverNow } = useWorkshop()
  const [lastDay, setLastDay] = useState(() => daysFrom(serverNow(), usualDays))
  const { busy, run } = useAct()
  const params = { id: actor.workshopId }
  const untilMs = endOfDay(lastDay)
  const isOver = !(untilMs > serverNow())

  async function open() {
    const opened = await run(async () => {
      // Its day is fixed, and another may be wanted by now.
      if (draft) await call(contract.cancelRound, { params: { ...params, roundId: draft.id } })
      const { question, method, id } = round
      const body = { question, method, after: { roundId: id, as: 'late' as const }, untilMs }
      const { roundId } = await call(contract.createRound, { params, body })
      await call(contract.openRound, { params: { ...params, roundId } })
      await guests.inviteAll(untilMs)
      return true
    })
    if (opened) onOpened()
  }

  return (
    <>
      <p className="meta">
        {isAgreement(round.method)
          ? 'They get a private link to the words that the others answered on, and answer by themselves until the last day, as may anybody else who takes part and has not answered. '
          : 'They get a private link to a ballot with the same options, and answer by themselves until the last day, as may anybody else who takes part and has not voted. '}
        {sumInWords(round)}
      </p>
      <Field label="Last day" error={isOver ? 'Choose today or a later day.' : undefined}>
        {(props) => (
          <input
            {...props}
            type="date"
            className="input"
            min={daysFrom(serverNow(), 0)}
            value={lastDay}
            onChange={(event) => setLastDay(event.target.value)}
          />
        )}
      </Field>
      <GuestRows guests={guests} />
      <MadeLinks guests={guests} />
      <Button
        variant="primary"
        block
        busy={busy}
        Icon={Send}
        disabledReason={isOver ? 'Choose the last day first.' : undefined}
        onClick={() => void open()}
      >
        Open late answers
      </Button>
      {guests.rows.length > guests.named.length ? <p className="fine">Whoever has no name here gets no link yet.</p> : null}
      <LetStand round={round} draft={draft} />
    </>
  )
}

/** The result as it is, final; asked first, since it cannot be undone. */
function LetStand({ round, draft }: Pick<AskAbsentProps, 'round' | 'draft'>) {
  const { workshopId } = useWorkshop().actor
  const [asking, setAsking] = useState(false)
  const { busy, run } = useAct()

  async function settle() {
    const params = { id: workshopId }
    const settled = await run(async () => {
      if (draft) await call(contract.cancelRound, { params: { ...params, roundId: draft.id } })
      return call(contract.settleRound, { params: { ...params, roundId: round.id } })
    })
    if (settled) setAsking(false)
  }

  return (
    <>
      <Button variant="ghost" block Icon={Check} onClick={() => setAsking(true)}>
        Let the result stand
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Let this result stand?">
        <p>It is final then, and those who were missing are not asked any more. This cannot be undone.</p>
        <DialogActions>
          <Button variant="primary" busy={busy} onClick={() => void settle()}>
            Let it stand
          </Button>
          <Button onClick={() => setAsking(false)}>Keep it provisional</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
