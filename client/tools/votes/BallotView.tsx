import { Check, Circle, Minus, Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { lazy, Suspense, useState } from 'react'
import type { Round, RoundOption } from '../../../shared/tools/votes/schema'
import { spentOf } from '../../../shared/tools/votes/spent'
import { announce } from '../../ui/announce'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { IconButton } from '../../ui/IconButton'
import { Prompt } from '../../ui/Prompt'
import type { BallotState } from './ballot-sender'
import { ClosingCount } from './ClosingCount'
import { useTurnout } from './use-turnout'
import { dots, termsInWords } from './words'

// Placing dots waits for none of this.
const RoundSide = lazy(async () => ({ default: (await import('./RoundSide')).RoundSide }))

interface BallotViewProps {
  readonly round: Round
  readonly ballot: BallotState
  readonly onPlace: (optionId: string, count: number) => void
  readonly onDone: (done: boolean) => void
}

/** The ballot: place dots, take them back, say when you are done. */
export function BallotView({ round, ballot, onPlace, onDone }: BallotViewProps) {
  const allocation = ballot.wanted.allocation ?? {}
  const left = round.dots - spentOf(allocation)
  return (
    <div className="votes-split">
      <div>
        <div className="row wrap votes-eyebrow">
          <Chip tone="live" Icon={Circle}>
            Voting is open
          </Chip>
          <span className="meta">{termsInWords(round)}</span>
          <ClosingCount round={round} />
        </div>
        <Prompt>{round.question}</Prompt>
        <p className="meta votes-only-phone">Results stay sealed until the vote closes.</p>
        {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
        {ballot.sending === 'waiting' ? (
          <Banner tone="off">Votes cannot be cast offline. Your dots are kept on this screen and sent when you are connected again.</Banner>
        ) : null}
        <ul className="votes-options">
          {round.options.map((option) => (
            <BallotOption
              key={option.id}
              option={option}
              placed={allocation[option.id] ?? 0}
              left={left}
              max={round.maxPerOption}
              onPlace={(count) => onPlace(option.id, count)}
            />
          ))}
        </ul>
      </div>
      <aside className="votes-side" aria-label="Your ballot" tabIndex={-1} data-region>
        <YourDots round={round} left={left} ballot={ballot} onDone={onDone} />
        <Suspense fallback={null}>
          <RoundSide round={round} receipt={ballot.receipt} />
        </Suspense>
      </aside>
      <PhoneFoot round={round} left={left} ballot={ballot} onDone={onDone} />
    </div>
  )
}

interface BallotOptionProps {
  readonly option: RoundOption
  readonly placed: number
  readonly left: number
  readonly max: number
  readonly onPlace: (count: number) => void
}

function BallotOption({ option: { label, detail }, placed, left, max, onPlace }: BallotOptionProps) {
  const [asked, setAsked] = useState(false)
  const whyNot =
    placed >= max ? `${max} is the most on one option.` : left <= 0 ? 'No dots left. Take one back to place it here.' : undefined

  function change(by: 1 | -1) {
    if (by === 1 && whyNot) {
      setAsked(true)
      return announce(whyNot)
    }
    if (by === -1 && placed === 0) return announce('No dots here to take back.')
    setAsked(false)
    onPlace(placed + by)
    announce(`${dots(placed + by)} on ${label}. ${left - by} left.`)
  }

  function byKey(event: KeyboardEvent) {
    if (event.key === '+' || event.key === '=') change(1)
    else if (event.key === '-' || event.key === '−') change(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <li className={placed > 0 ? 'votes-option has' : 'votes-option'}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout */}
      <div className="votes-option-body" role="group" aria-label={`${label}: ${dots(placed)}`} onKeyDown={byKey}>
        <div className="grow">
          <h3>{label}</h3>
          {detail ? <p className="fine">{detail}</p> : null}
          {asked && whyNot ? <p className="votes-why">{whyNot}</p> : null}
        </div>
        <div className="votes-stepper">
          <IconButton
            label={`Take a dot back from ${label}`}
            Icon={Minus}
            aria-disabled={placed === 0 ? true : undefined}
            onClick={() => change(-1)}
          />
          <PlacedDots placed={placed} />
          <IconButton
            label={`Place a dot on ${label}`}
            Icon={Plus}
            title={whyNot ?? `Place a dot on ${label}`}
            aria-disabled={whyNot ? true : undefined}
            onClick={() => change(1)}
          />
        </div>
      </div>
    </li>
  )
}

const dotsShown = 3

function PlacedDots({ placed }: { readonly placed: number }) {
  return (
    <span className="votes-placed">
      <span className="vh">{dots(placed)}</span>
      {placed === 0 ? <span className="votes-none fine">No dots yet</span> : null}
      {placed === 0 ? <i className="dot lg free" aria-hidden /> : null}
      {Array.from({ length: Math.min(placed, dotsShown) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
        <i key={index} className="dot lg mine" aria-hidden />
      ))}
      {placed > dotsShown ? <b aria-hidden>{placed}</b> : null}
    </span>
  )
}

interface DotsProps {
  readonly round: Round
  readonly left: number
  readonly ballot: BallotState
  readonly onDone: (done: boolean) => void
}

function YourDots({ round, left, ballot, onDone }: DotsProps) {
  return (
    <section className="card votes-mine" aria-label="Your dots">
      <h2 className="h">Your dots</h2>
      <Purse round={round} left={left} />
      <p>
        <b>{left === 0 ? 'No dots left.' : `${dots(left)} left.`}</b> <span className="meta">Move them freely until the vote closes.</span>
      </p>
      <DoneButton ballot={ballot} onDone={onDone} block />
    </section>
  )
}

/** On phones, under the thumb. */
function PhoneFoot({ round, left, ballot, onDone }: DotsProps) {
  const { eligible, done } = useTurnout(round)
  return (
    <footer className="votes-foot">
      <div>
        <Purse round={round} left={left} />
        <span className="meta">
          {left} left · {done} of {eligible} have finished
        </span>
      </div>
      <DoneButton ballot={ballot} onDone={onDone} />
    </footer>
  )
}

function Purse({ round, left }: { readonly round: Round; readonly left: number }) {
  const words = `${round.dots - left} of ${dots(round.dots)} placed`
  if (round.dots > 12) return <p className="votes-purse-count">{words}</p>
  return (
    <span className="dots votes-purse" role="img" aria-label={words}>
      {Array.from({ length: round.dots }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
        <i key={index} className={index < round.dots - left ? 'dot lg mine' : 'dot lg free'} />
      ))}
    </span>
  )
}

function DoneButton({ ballot, onDone, block }: Pick<DotsProps, 'ballot' | 'onDone'> & { readonly block?: boolean }) {
  const { done } = ballot.wanted
  if (done) {
    return (
      <div className="votes-done">
        <span className="row">
          <Check className="i" aria-hidden />
          {ballot.sending === 'idle' ? 'Your vote is in.' : 'Sending your vote…'}
        </span>
        <Button size={block ? 'md' : 'sm'} {...(block ? { block } : {})} onClick={() => onDone(false)}>
          Change it
        </Button>
      </div>
    )
  }
  return (
    <Button variant="primary" {...(block ? { block, Icon: Check } : { size: 'lg' as const })} onClick={() => onDone(true)}>
      {block ? 'I’m done voting' : 'Done'}
    </Button>
  )
}
