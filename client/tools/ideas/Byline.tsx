import { shortName } from '../../../shared/tools/ideas/selectors'

interface BylineProps {
  /** Words that came with an imported note; shown as they are. */
  readonly byline: string | undefined
  readonly author: string
}

/** Who wrote a note, for example `Amara O.` Name and initial run each its own way: a right-to-left one turns nothing beside it. */
export function Byline({ byline, author }: BylineProps) {
  const short = shortName(author)
  if (byline !== undefined || short === author) return <bdi>{byline ?? author}</bdi>
  const [first, initial] = short.split(' ')
  return (
    <bdi>
      {first} <bdi>{initial}</bdi>
    </bdi>
  )
}
