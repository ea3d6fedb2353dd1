import { Hourglass } from 'lucide-react'
import { useEffect } from 'react'
import { rounds } from '../../../../shared/tools/votes/collections'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Chip } from '../../../ui/Chip'
import { useBallot } from '../ballot/use-ballot'
import { untilWords } from '../late/until-words'
import { useLateVotes } from '../late/use-late-votes'
import { SealedNote } from '../turnout/SealedNote'
import { CheckAnswer } from './CheckAnswer'
import { checkTermsInWords } from './check-words'
import { MyResonance } from './MyResonance'
import { useAskedText } from './use-asked-text'
import './check-result.css'

interface LateChecksProps {
  /** Those that take late answers now. */
  readonly open: readonly Round[]
  /** Hash of the wording as it is now. */
  readonly textHash: string
}

/** Checks that I was absent from and may still answer, as the server says. */
export function LateChecks({ open, textHash }: LateChecksProps) {
  const mine = useLateVotes(open) ?? []
  return mine.map(({ round }) => <CheckLate key={round.id} late={round} presentHash={textHash} />)
}

/** My late answer, on the words that the others answered, whatever has become of them since. */
function CheckLate({ late, presentHash }: { readonly late: Round; readonly presentHash: string }) {
  const { method, untilMs = 0, subject } = late
  const textHash = subject?.textHash ?? ''
  const asked = useAskedText(textHash)
  const text = asked === 'lost' ? undefined : asked?.text
  const { ballot, sender } = useBallot(late)
  const { actor, record } = useWorkshop()
  const first = useRecord(rounds, record, late.after?.roundId ?? '')
  const hadLapsed = first?.result?.earlier?.some(({ participantId }) => participantId === actor.id) ?? false
  useEffect(() => announce(`You can answer late. ${late.question}`), [late.question])
  if (!isAgreement(method)) return null
  return (
    <section className="card votes-check check-led" aria-label="Your late answer">
      <div className="check-main">
        <div className="row wrap votes-eyebrow">
          <Chip tone="warn" Icon={Hourglass}>
            Late answers
          </Chip>
          <span className="meta">Until {untilWords(untilMs)}</span>
        </div>
        <h3 className="h">{late.question}</h3>
        <p className="meta">
          {hadLapsed
            ? 'Your answer had lapsed when the check closed, because the words had changed.'
            : 'You were not there when the others answered.'}{' '}
          These are the words they answered on:
        </p>
        {text === undefined ? null : (
          <blockquote className="check-asked">
            {text.split('\n').map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that never changes
              <p key={place}>{line}</p>
            ))}
          </blockquote>
        )}
        {asked === 'lost' ? <Banner tone="bad">These words cannot be read any more, so they cannot be answered.</Banner> : null}
        {textHash === presentHash ? null : (
          <Banner tone="info">The words have changed since. Your answer counts for the words above.</Banner>
        )}
        {text === undefined ? null : method === 'resonance' ? (
          <MyResonance check={late} text={text} textHash={textHash} />
        ) : (
          <CheckAnswer
            {...{ check: late, method, ballot, sender, text, textHash }}
            standing={ballot.wanted.answer === undefined ? undefined : 'given'}
          />
        )}
        <p className="fine check-printed">{checkTermsInWords(late)}</p>
        {method === 'resonance' ? null : <SealedNote receipt={ballot.receipt} />}
      </div>
    </section>
  )
}
