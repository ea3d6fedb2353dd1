import { Link } from 'wouter'
import type { RecordRef } from '../../../shared/doc/ids'
import type { DecisionKind } from '../../../shared/tools/decisions/schema'
import { agenda } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'

const labels: Record<DecisionKind, string> = { adoption: 'Open the wording', review: 'Open the wording', round: 'Open the result' }
const toolOf: Record<DecisionKind, string> = { adoption: 'drafts', review: 'drafts', round: 'votes' }

/** Leads to the step that holds the evidence: the one about this very record, else the first of its tool. */
export function EvidenceLink({ target, kind }: { readonly target: RecordRef; readonly kind: DecisionKind }) {
  const { record, actor } = useWorkshop()
  const steps = useRecords(agenda, record)
  const step = steps.find(({ subject }) => subject?.id === target.id) ?? steps.find(({ tool }) => tool === toolOf[kind])
  if (!step) return null
  return <Link href={`/w/${actor.workshopId}/${step.id}`}>{labels[kind]}</Link>
}
