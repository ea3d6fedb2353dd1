import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { RecordRef } from '../../../../shared/doc/ids'
import type { Block } from '../../../../shared/doc/outline'
import { drafts } from '../../../../shared/tools/drafts/collections'
import type { Evidence } from '../../../../shared/tools/drafts/evidence/evidence-schema'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { useStatements } from '../use-statements'
import { EvidenceList, type OpenedPhrase } from './EvidenceList'
import { PhraseWording } from './PhraseWording'
import { type TracedVersion, versionBehind } from './traced-version'

interface EvidenceDialogProps {
  readonly blocks: readonly Block[]
  readonly evidence: Evidence
  /** The earlier version that these are the words of; absent for the wording that is on the page. */
  readonly version?: number
  /** The phrase that was pressed. */
  readonly opened?: OpenedPhrase | undefined
  readonly actions?: (phrase: number) => ReactNode
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** Where the words of a wording come from: the text, and the same phrases as a list. An earlier version opens above it. */
export function EvidenceDialog({ blocks, evidence, version, opened: first, actions, children, onClose }: EvidenceDialogProps) {
  const { all } = useStatements()
  const [opened, setOpened] = useState(first)
  const [earlier, setEarlier] = useState<TracedVersion>()

  function wayTo(ref: RecordRef) {
    const behind = ref.collection === drafts.name ? versionBehind(all, ref.id) : undefined
    if (!behind) return null
    return (
      <Button size="sm" Icon={History} onClick={() => setEarlier(behind)}>
        Version {behind.version} and where its words come from
      </Button>
    )
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={version === undefined ? 'Where the words come from' : `Where the words of version ${version} come from`}
    >
      {children}
      <div className="evidence-text">
        <PhraseWording blocks={blocks} evidence={evidence} onOpen={(place) => setOpened({ place })} />
      </div>
      <EvidenceList evidence={evidence} opened={opened} wayTo={wayTo} {...(actions ? { actions } : {})} />
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
      {earlier ? <VersionEvidence {...earlier} onClose={() => setEarlier(undefined)} /> : null}
    </Dialog>
  )
}

/** The words of a version that was in force, and where they come from. */
export function VersionEvidence({ version, adopted, evidence, onClose }: TracedVersion & Pick<EvidenceDialogProps, 'onClose'>) {
  return <EvidenceDialog blocks={keptBlocks(adopted)} evidence={evidence} version={version} onClose={onClose} />
}
