import type { CSSProperties } from 'react'

/** Most dots that are drawn one by one. */
const dotsDrawn = 18

/** A row of dots, or a bar in proportion where there are too many to count at a glance or where they are no dots. */
export function Bar({ share, dots, most }: { readonly share: number; readonly dots?: number; readonly most?: number }) {
  if (dots !== undefined && most !== undefined && most <= dotsDrawn) {
    return <span className="votes-dotbar" style={{ '--n': dots } as CSSProperties} aria-hidden />
  }
  return <span className="votes-linebar" style={{ '--n': share } as CSSProperties} aria-hidden />
}

const blocksDrawn = 12

/** How many of the organisations that voted stand behind an option. */
export function Breadth({ organisations, all }: { readonly organisations: number; readonly all: number }) {
  const words = `${organisations} of ${all}`
  return (
    <>
      {all <= blocksDrawn ? (
        <span className="votes-blocks" aria-hidden>
          {Array.from({ length: all }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
            <i key={index} className={index < organisations ? 'f' : undefined} />
          ))}
        </span>
      ) : null}
      <span className="fine">{words}</span>
    </>
  )
}

/**
 * How many people gave each score, as five bars with their numbers.
 *
 * @param spread people who gave 0 (no score), 1, 2 ... 5
 */
export function Spread({ spread }: { readonly spread: readonly number[] }) {
  const scores = spread.slice(1)
  const most = Math.max(1, ...scores)
  return (
    <span className="votes-steps">
      <span className="vh">{spreadInWords(scores)}</span>
      {scores.map((people, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its score
        <span key={index} className="votes-step" aria-hidden>
          <b>{people}</b>
          <i style={{ '--n': people / most } as CSSProperties} />
          <span>{index + 1}</span>
        </span>
      ))}
    </span>
  )
}

/** `1 gave 2, 4 gave 5`. */
function spreadInWords(scores: readonly number[]): string {
  const given = scores.flatMap((people, index) => (people > 0 ? [`${people} gave ${index + 1}`] : []))
  return given.length === 0 ? 'nobody scored it' : given.join(', ')
}
