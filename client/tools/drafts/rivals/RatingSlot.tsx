import type { ComponentType } from 'react'
import { lazy, Suspense } from 'react'
import { useTools } from '../../../app/tools-context'
import type { ClientTool, RatedWording, RatingPart } from '../../client-tool'

type Parts = Readonly<Record<RatingPart, ComponentType<RatedWording>>>

const parts = new WeakMap<ClientTool, Parts>()

/** How a wording resonates beside others, from whichever tool rates them: my answer on its card, or where it stands. */
export function RatingSlot({ part, ...wording }: RatedWording & { readonly part: RatingPart }) {
  const tool = Object.values(useTools()).find(({ loadRating }) => loadRating)
  if (!tool) return null
  const Shown = partsOf(tool)[part]
  return (
    <Suspense fallback={null}>
      <Shown {...wording} />
    </Suspense>
  )
}

function partsOf(tool: ClientTool): Parts {
  const known = parts.get(tool)
  if (known) return known
  const { loadRating } = tool
  const part = (name: RatingPart) => lazy(async () => ({ default: loadRating ? (await loadRating())[name] : () => null }))
  const made = { Count: part('Count'), Rating: part('Rating'), Standing: part('Standing') }
  parts.set(tool, made)
  return made
}
