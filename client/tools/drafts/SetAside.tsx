import { ArchiveRestore } from 'lucide-react'
import { contract } from '../../../shared/tools/drafts/contract'
import { can } from '../../../shared/tools/drafts/permissions'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { attempt } from './attempt'

/** Wordings that were set aside: kept, and brought back where nothing took their place. Those once in force are among the versions. */
export function SetAside({ retired: all }: { readonly retired: readonly Statement[] }) {
  const { actor } = useWorkshop()
  const retired = all.filter((draft) => !('adopted' in draft && draft.adopted))
  if (retired.length === 0) return null
  return (
    <details className="drafts-aside">
      <summary className="meta">Set aside: {retired.length}</summary>
      <ul>
        {retired.map((draft) => (
          <li key={draft.id} className="row between">
            <span className="meta">{draft.title}</span>
            {can(actor, 'drafts/change') ? (
              <Button
                size="sm"
                variant="ghost"
                Icon={ArchiveRestore}
                onClick={() => {
                  const params = { id: actor.workshopId, draftId: draft.id }
                  void attempt(() => call(contract.changeDraft, { params, body: { state: 'open' } }))
                }}
              >
                Bring back
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
