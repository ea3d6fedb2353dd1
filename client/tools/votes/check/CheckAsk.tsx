import { MessageCircleQuestion, RotateCcw } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { defaultRule } from '../../../../shared/tools/votes/agreement'
import { type AgreementMethod, methodLabels } from '../../../../shared/tools/votes/methods'
import type { Constituency, Round, RoundRule } from '../../../../shared/tools/votes/schema'
import { tooFewInWords } from '../../../../shared/tools/votes/secrecy'
import { electorate } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Segmented } from '../../../ui/Segmented'
import { Switch } from '../../../ui/Switch'
import type { CheckedWording } from '../../client-tool'
import { CheckRule } from './CheckRule'
import { checkMethods } from './check-methods'
import { useAskCheck } from './use-ask-check'
import './check-ask.css'

// For facilitators only, and it reads the partner roster.
const WhoIsAwaited = lazy(async () => ({ default: (await import('./WhoIsAwaited')).WhoIsAwaited }))

interface CheckAskProps extends CheckedWording {
  /** The method that the choice begins with. */
  readonly begin?: AgreementMethod
  /** The closed check before: its settings are where this one begins, and a check by the same method follows it. */
  readonly after?: Pick<Round, 'id' | 'method' | 'rule' | 'secret' | 'facilitatorsVote'>
  /** It came for a press on a button that is gone now, so the hand goes on here. */
  readonly takesFocus?: boolean
}

/** How everybody is asked about these words: method, rule and who sees what, all fixed once it is open. */
export function CheckAsk({ begin = 'resonance', after, takesFocus = false, ...text }: CheckAskProps) {
  const [method, setMethod] = useState(begin)
  const [changes, setChanges] = useState<RoundRule>({})
  const [required, setRequired] = useState<Constituency[]>([...(after?.rule.required ?? [])])
  const [awaits, setAwaits] = useState<readonly string[]>([])
  const [secret, setSecret] = useState(after?.secret ?? false)
  const [facilitatorsVote, setFacilitatorsVote] = useState(after?.facilitatorsVote ?? false)
  const { busy, ask } = useAskCheck(text)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const { record } = useWorkshop()
  const voters = electorate(useRecords(participants, record), { facilitatorsVote })
  const isSealed = method !== 'resonance'
  const rule = { ...ruleToBegin(method, after), ...changes, ...(required.length > 0 ? { required } : {}) }
  const follows = after?.method === method ? ({ roundId: after.id, as: 'again' } as const) : undefined
  const tooFew = tooFewInWords(voters.length, { secret: secret && isSealed, facilitatorsVote })

  function choose(chosen: AgreementMethod) {
    setMethod(chosen)
    setChanges({})
  }

  return (
    <section className="card check-ask" aria-label="Ask about these words">
      <h3 ref={heading} className="h" tabIndex={-1}>
        Ask everybody about these words
      </h3>
      <fieldset className="votes-group">
        <legend className="vh">How do we check them?</legend>
        <div className="check-methods">
          {checkMethods.map(({ method: value, when }) => (
            <label key={value} className={value === method ? 'votes-radio on' : 'votes-radio'}>
              <input type="radio" name={`check-${text.draftId}`} checked={value === method} onChange={() => choose(value)} />
              <span>
                <b>{methodLabels[value]}</b>
                <span>{when}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <CheckRule method={method} rule={rule} onChange={(change) => setChanges((before) => ({ ...before, ...change }))} />
      {/* What is below comes with it: a button that moves under the hand is pressed in vain. */}
      <Suspense fallback={null}>
        <WhoIsAwaited
          voters={voters}
          required={required}
          awaits={awaits}
          isSecret={secret && isSealed}
          onRequired={setRequired}
          onAwaits={setAwaits}
        />
        <div className="row wrap check-terms">
          {isSealed ? (
            <Segmented
              label="Who sees who answered what"
              value={secret ? 'secret' : 'open'}
              onChange={(value) => setSecret(value === 'secret')}
              options={[
                { value: 'open', label: 'Open: names at the close' },
                { value: 'secret', label: 'Secret: totals only' },
              ]}
            />
          ) : null}
          <Switch label="Facilitators answer too" checked={facilitatorsVote} onChange={setFacilitatorsVote} />
        </div>
        {tooFew ? <Banner tone="info">{tooFew}</Banner> : null}
        <p className="fine">
          {isSealed
            ? 'Once open, the rule is fixed. Answers stay sealed until you close it, for you too. If the words change, those who answered on them only are asked again.'
            : 'Answers are seen at once and may change until the words are adopted. If the words change, those who answered on them only are asked again.'}
        </p>
        <div className="row wrap check-open">
          <Button
            variant="primary"
            Icon={MessageCircleQuestion}
            busy={busy}
            onClick={() =>
              void ask({ method, rule, facilitatorsVote, secret: secret && isSealed, awaits, ...(follows ? { after: follows } : {}) })
            }
          >
            Ask everybody
          </Button>
        </div>
      </Suspense>
    </section>
  )
}

/** The rule of the check before where this one is by the same method; whom it needs is chosen apart. */
function ruleToBegin(method: AgreementMethod, after: CheckAskProps['after']): RoundRule {
  if (after?.method !== method) return defaultRule(method)
  const { required: _apart, ...rule } = after.rule
  return rule
}

/** After a check is closed: the way to another one. */
export function CheckAskAgain(props: CheckAskProps) {
  const [isAsking, setAsking] = useState(false)
  if (isAsking) return <CheckAsk {...props} takesFocus />
  return (
    <Button size="sm" Icon={RotateCcw} onClick={() => setAsking(true)}>
      Ask again
    </Button>
  )
}
