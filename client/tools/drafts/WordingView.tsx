import type { ReactNode } from 'react'
import type { Block } from '../../../shared/doc/outline'
import { Blocks } from '../../ui/Blocks'
import { classNames } from '../../ui/class-names'
import './wording.css'

interface WordingViewProps {
  readonly blocks: readonly Block[]
  /** What to show while there are no words. */
  readonly empty?: ReactNode
  readonly className?: string
}

/** A wording to read. */
export function WordingView({ blocks, empty, className }: WordingViewProps) {
  const shown = blocks.filter((block) => !('text' in block) || block.text.length > 0)
  return (
    <div className={classNames('wording voice', className)}>
      {shown.length > 0 ? <Blocks blocks={shown} /> : <p className="wording-empty">{empty}</p>}
    </div>
  )
}
