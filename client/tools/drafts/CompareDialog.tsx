import { useMemo } from 'react'
import { wordDifference } from '../../../shared/tools/drafts/word-difference'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import type { Wording } from './live-wording'

interface CompareDialogProps {
  /** What is compared with the working draft. */
  readonly name: string
  readonly before: Wording
  readonly after: Wording
  readonly onClose: () => void
}

/** Which words two wordings share, and which only one of them has. */
export function CompareDialog({ name, before, after, onClose }: CompareDialogProps) {
  const runs = useMemo(() => wordDifference(before.plain, after.plain), [before, after])
  const isSame = runs.every(({ kind }) => kind === 'same')

  return (
    <Dialog open wide onClose={onClose} title={`Working draft and ${name}, word by word`}>
      <p className="meta drafts-legend">
        <del className="sg">only in the working draft</del> <ins className="sg">only in {name}</ins>
      </p>
      {isSame ? <p className="meta">Both say the same words.</p> : null}
      <p className="voice drafts-compare">
        {runs.map(({ kind, text }, at) => {
          const key = `${at}`
          if (kind === 'same') return <span key={key}>{text}</span>
          return kind === 'gone' ? (
            <del key={key} className="sg">
              <span className="vh"> only in the working draft: </span>
              {text}
              <span className="vh"> end of what only the working draft has. </span>
            </del>
          ) : (
            <ins key={key} className="sg">
              <span className="vh"> only in {name}: </span>
              {text}
              <span className="vh"> end of what only {name} has. </span>
            </ins>
          )
        })}
      </p>
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  )
}
