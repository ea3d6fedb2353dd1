import { contract } from '../../../../shared/tools/votes/contract'
import type { NamedAnswer, Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import type { CheckedWording } from '../../client-tool'
import { useAct } from '../use-act'
import { AnswerCarried, AnswerRenewal } from './AnswerRenewal'
import type { MyAnswer } from './use-my-answer'

interface MyStandingProps extends Pick<MyAnswer, 'sender' | 'standing'>, Pick<CheckedWording, 'text' | 'textHash'> {
  readonly check: Round
  /** My answer as it was given. */
  readonly given: Omit<NamedAnswer, 'participantId'>
  /** The same in words. */
  readonly answered: string
  /** After what was pressed is gone; focus must not fall to nowhere. */
  readonly onDone: () => void
}

/** What a change of the words did to my answer, and what I may do about it; nothing while it stands by itself. */
export function MyStanding({ check, sender, standing, given, answered, text, textHash, onDone }: MyStandingProps) {
  const { workshopId } = useWorkshop().actor
  const { busy, run } = useAct()
  const { answer, reason = '', binding = 'wording', textHash: givenOn } = given
  if (givenOn === undefined || (standing !== 'lapsed' && standing !== 'carried')) return null

  async function contest() {
    const params = { id: workshopId, roundId: check.id }
    if (!(await run(() => call(contract.contestSense, { params, body: { textHash } })))) return
    await sender.load()
    announce('Noted. Your answer has lapsed; renew it or withdraw it.')
    onDone()
  }

  if (standing === 'carried') {
    return <AnswerCarried {...{ check, answered, givenOn, text, textHash, busy }} onContest={() => void contest()} />
  }
  return (
    <AnswerRenewal
      {...{ answered, givenOn, text }}
      onRenew={() => {
        sender.want({ answer, reason, binding, textHash, done: true })
        announce('Your answer is renewed on the words as they are now.')
        onDone()
      }}
      onWithdraw={() => {
        sender.withdraw()
        announce('Your answer is withdrawn.')
        onDone()
      }}
    />
  )
}
