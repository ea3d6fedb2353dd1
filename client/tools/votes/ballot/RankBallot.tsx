import { useEffect, useRef } from 'react'
import type { RoundOption } from '../../../../shared/tools/votes/schema'
import { announce } from '../../../ui/announce'
import type { BallotProps } from './ballot-props'
import { MethodFrame } from './MethodFrame'
import { RankedOption } from './RankedOption'
import { allocationOf, type Ranking, rankingOf, shifted } from './ranking'

/** Ranks: press options in the order in which one wants them, then move them up and down. */
export function RankBallot({ round, ballot, onChange, onDone }: BallotProps) {
  const ranking = rankingOf(round.options, ballot.wanted.allocation ?? {})
  const ranked = ranking.flatMap((id) => round.options.find((option) => option.id === id) ?? [])
  const others = round.options.filter(({ id }) => !ranking.includes(id))
  const list = useRef<HTMLDivElement>(null)
  const follow = useRef<string>(undefined)

  // What was moved keeps the focus, wherever it stands now.
  useEffect(() => {
    const key = follow.current
    follow.current = undefined
    if (key) list.current?.querySelector<HTMLElement>(`[data-focus="${key}"]`)?.focus()
  })

  function change(next: Ranking, focus: string, said: string) {
    follow.current = focus
    onChange(allocationOf(next))
    announce(said)
  }

  function rankNext({ id, label }: RoundOption) {
    const next = others[others.findIndex((option) => option.id === id) + 1] ?? others.find((option) => option.id !== id)
    const place = ranking.length + 1
    change([...ranking, id], next ? `rank-${next.id}` : `up-${id}`, `${label} is place ${place}. ${others.length - 1} not ranked.`)
  }

  function move({ id, label }: RoundOption, by: 1 | -1) {
    const place = ranking.indexOf(id) + 1
    if (place + by < 1) return announce(`${label} is first already.`)
    if (place + by > ranking.length) return announce(`${label} is last already.`)
    change(shifted(ranking, id, by), `${by < 0 ? 'up' : 'down'}-${id}`, `${label} is place ${place + by} of ${ranking.length}.`)
  }

  function takeOut({ id, label }: RoundOption) {
    const next = ranking.filter((each) => each !== id)
    change(next, `rank-${id}`, `${label} is not ranked now.`)
  }

  const standing = {
    title: 'Your ranking',
    words: `${ranked.length} of ${round.options.length} ranked.`,
    hint: 'Leave out what you would not choose. Move them freely until the vote closes.',
    short: `${ranked.length} of ${round.options.length} ranked`,
  }
  return (
    <MethodFrame round={round} ballot={ballot} onDone={onDone} standing={standing}>
      <div ref={list}>
        {ranked.length > 0 ? (
          <ol className="votes-options votes-ranked" aria-label="Your ranking, best first">
            {ranked.map((option, index) => (
              <RankedOption
                key={option.id}
                option={option}
                place={index + 1}
                of={ranked.length}
                onMove={(by) => move(option, by)}
                onTakeOut={() => takeOut(option)}
              />
            ))}
          </ol>
        ) : null}
        {others.length > 0 ? (
          <>
            <p className="meta votes-how">
              {ranked.length === 0 ? 'Press your first choice, then your second.' : 'Not ranked. Press one to rank it next.'}
            </p>
            <ul className="votes-options" aria-label="Not ranked">
              {others.map((option) => (
                <li key={option.id} className="votes-option">
                  <button
                    type="button"
                    className="votes-option-body votes-choose"
                    data-focus={`rank-${option.id}`}
                    aria-label={`Rank ${option.label} as place ${ranked.length + 1}`}
                    onClick={() => rankNext(option)}
                  >
                    <span className="votes-place free" aria-hidden />
                    <span className="grow">
                      <span className="votes-option-name">{option.label}</span>
                      {option.detail ? <span className="fine">{option.detail}</span> : null}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </MethodFrame>
  )
}
