import { useMemo } from 'react'
import { atLeast } from '../../../shared/access/actor'
import { drafts } from '../../../shared/tools/drafts/collections'
import { isMinority, mayDissent } from '../../../shared/tools/drafts/minority/minority'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { type StatementLine, statementLines } from '../../../shared/tools/drafts/selectors'
import { locks } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord, useRecords } from '../../sync/use-live'

/** All wordings of the workshop, and the statements they make up. */
export function useStatements(): { readonly all: readonly Statement[]; readonly lines: readonly StatementLine[] } {
  const { record } = useWorkshop()
  const all = useRecords(drafts, record)
  const lines = useMemo(() => statementLines(all), [all])
  return { all, lines }
}

/** Why I cannot write in a wording; undefined when I can. */
export function useReadOnlyReason(draft: Statement | undefined): string | undefined {
  const { actor, record, outdated } = useWorkshop()
  const lock = useRecord(locks, record, 'drafts')
  if (draft && isMinority(draft)) {
    if (!mayDissent(draft, actor)) return 'Those below the threshold write here.'
  } else if (!atLeast(actor.role, 'contributor')) return 'You are here to read along.'
  if (outdated) return 'This page is older than the server. Reload it to edit.'
  if (lock) return `${lock.byName} has locked wordings for this step.`
  if (draft?.state === 'locked') return `${draft.lockedByName} has locked this wording.`
  return undefined
}
