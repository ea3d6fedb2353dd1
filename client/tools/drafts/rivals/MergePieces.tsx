import { ArrowDown, ArrowUp, CornerDownLeft, Scissors, TriangleAlert, X } from 'lucide-react'
import { announce } from '../../../ui/announce'
import { Chip } from '../../../ui/Chip'
import { IconButton } from '../../../ui/IconButton'
import { Menu } from '../../../ui/Menu'
import { type MergePiece, movedPiece, shortened } from './merging'

interface MergePiecesProps {
  readonly pieces: readonly MergePiece[]
  readonly nameOf: (draftId: string) => string
  readonly isChanged: (piece: MergePiece) => boolean
  readonly onChange: (pieces: readonly MergePiece[]) => void
}

/** What is picked, in its order: moved, shortened, taken out. */
export function MergePieces({ pieces, nameOf, isChanged, onChange }: MergePiecesProps) {
  function move(piece: MergePiece, step: -1 | 1) {
    const next = movedPiece(pieces, piece.key, step)
    onChange(next)
    announce(next === pieces ? 'No further.' : `Now ${next.findIndex(({ key }) => key === piece.key) + 1} of ${next.length}.`)
  }

  function change(piece: MergePiece) {
    onChange(pieces.map((each) => (each.key === piece.key ? piece : each)))
  }

  return (
    <ol className="merge-pieces" aria-label="Picked phrases">
      {pieces.map((piece) => {
        const { key, text, draftId, line } = piece
        return (
          <li key={key} className="merge-piece">
            <span className="merge-piece-words">
              <span className="voice">{text}</span>
              <span className="fine">
                {draftId === undefined ? 'Written fresh' : nameOf(draftId)}
                {line ? ' · begins a line' : ''}
              </span>
              {isChanged(piece) ? (
                <Chip tone="warn" Icon={TriangleAlert}>
                  Changed there since. Pick it again.
                </Chip>
              ) : null}
            </span>
            <span className="row">
              <IconButton small label={`Move “${text}” up`} Icon={ArrowUp} onClick={() => move(piece, -1)} />
              <IconButton small label={`Move “${text}” down`} Icon={ArrowDown} onClick={() => move(piece, 1)} />
              <IconButton small label={`Take out “${text}”`} Icon={X} onClick={() => onChange(pieces.filter((each) => each.key !== key))} />
              <Menu
                small
                label={`More for “${text}”`}
                items={[
                  {
                    label: line ? 'On the same line' : 'Begin a new line with it',
                    Icon: CornerDownLeft,
                    onSelect: () => change({ ...piece, line: !line }),
                  },
                  { label: 'Without its first word', Icon: Scissors, onSelect: () => change(shortened(piece, 'first')) },
                  { label: 'Without its last word', Icon: Scissors, onSelect: () => change(shortened(piece, 'last')) },
                ]}
              />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
