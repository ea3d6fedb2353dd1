import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Block } from '../../../../shared/doc/outline'
import type { Evidence } from '../../../../shared/tools/drafts/evidence/evidence-schema'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { EvidenceList, type OpenedPhrase } from './EvidenceList'
import { PhraseWording } from './PhraseWording'

interface EvidenceDialogProps {
  readonly blocks: readonly Block[]
  readonly evidence: Evidence
  /** The phrase that was pressed. */
  readonly opened?: OpenedPhrase | undefined
  readonly actions?: (phrase: number) => ReactNode
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** Where the words of a wording come from: the text, and the same phrases as a list. */
export function EvidenceDialog({ blocks, evidence, opened: first, actions, children, onClose }: EvidenceDialogProps) {
  const [opened, setOpened] = useState(first)
  return (
    <Dialog open wide onClose={onClose} title="Where the words come from">
      {children}
      <div className="evidence-text">
        <PhraseWording blocks={blocks} evidence={evidence} onOpen={(place) => setOpened({ place })} />
      </div>
      <EvidenceList evidence={evidence} opened={opened} {...(actions ? { actions } : {})} />
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  )
}
