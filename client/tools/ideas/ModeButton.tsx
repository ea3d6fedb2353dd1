import { Eye, EyeOff } from 'lucide-react'
import type { IdeaMode } from '../../../shared/tools/ideas/schema'
import { DockSlot } from '../../ui/DockSlot'
import { revealWords } from './reveal-words'

/** The facilitators' one mode of this step, named after what is to be done: write privately, or reveal. */
export function ModeButton({ mode, onOpen }: { readonly mode: IdeaMode; readonly onOpen: () => void }) {
  const isPrivate = mode.writing === 'private'
  const words = mode.privateCount > 0 ? revealWords(mode.privateCount) : 'Private writing'
  return (
    <DockSlot>
      <button type="button" className={isPrivate ? 'd on' : 'd'} aria-haspopup="dialog" title={words} onClick={onOpen}>
        {mode.privateCount > 0 ? <Eye className="i" aria-hidden /> : <EyeOff className="i" aria-hidden />}
        <span className="dock-word">{words}</span>
      </button>
    </DockSlot>
  )
}
