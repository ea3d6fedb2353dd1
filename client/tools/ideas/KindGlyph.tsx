import type { IdeaKind } from '../../../shared/tools/ideas/schema'
import { kindLabels } from '../../../shared/tools/ideas/schema'
import { glyphs } from './kinds'

/** A kind's mark; `named` where no word stands beside it. */
export function KindGlyph({ kind, named }: { readonly kind: IdeaKind; readonly named?: boolean }) {
  const path = <path d={glyphs[kind]} />
  if (!named) {
    return (
      <svg className="g" viewBox="0 0 24 24" aria-hidden>
        {path}
      </svg>
    )
  }
  return (
    <svg className="g" viewBox="0 0 24 24" role="img" aria-label={kindLabels[kind]}>
      {path}
    </svg>
  )
}
