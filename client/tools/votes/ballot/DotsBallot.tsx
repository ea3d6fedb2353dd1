import { Minus, Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Round, RoundOption } from '../../../../shared/tools/votes/schema'
import { spentOf } from '../../../../shared/tools/votes/spent'
import { announce } from '../../../ui/announce'
import { IconButton } from '../../../ui/IconButton'
import { BallotFrame } from './BallotFrame'
import { type BallotProps, withValue } from './ballot-props'
import { dots, dotsTask, meansLine } from './ballot-words'

/** Dots: place them, take them back. */
export function DotsBallot({ round, ballot, onChange, onDone }: BallotProps) {
  const allocation = ballot.wanted.allocation ?? {}
  const left = round.dots - spentOf(allocation)
  const standing = {
    title: 'Your dots',
    words: left === 0 ? 'No dots left.' : `${dots(left)} left.`,
    hint: 'Move them freely until the vote closes.',
    short: `${left} left`,
    purse: <Purse round={round} left={left} />,
  }
  return (
    <BallotFrame
      round={round}
      ballot={ballot}
      onDone={onDone}
      standing={standing}
      task={dotsTask(round)}
      meaning={meansLine('A dot', round)}
    >
      <ul className="votes-options">
        {round.options.map((option) => (
          <DotsOption
            key={option.id}
            option={option}
            placed={allocation[option.id] ?? 0}
            left={left}
            max={round.maxPerOption}
            onPlace={(count) => onChange(withValue(allocation, option.id, count))}
          />
        ))}
      </ul>
    </BallotFrame>
  )
}

interface DotsOptionProps {
  readonly option: RoundOption
  readonly placed: number
  readonly left: number
  readonly max: number
  readonly onPlace: (count: number) => void
}

function DotsOption({ option: { label, detail }, placed, left, max, onPlace }: DotsOptionProps) {
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
