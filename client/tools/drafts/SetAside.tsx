import { ArchiveRestore } from 'lucide-react'
import { contract } from '../../../shared/tools/drafts/contract'
import { can } from '../../../shared/tools/drafts/permissions'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { dayInWords } from '../../../shared/tools/drafts/words'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { attempt } from './attempt'

/** Wordings that were set aside or replaced: kept, and brought back where nothing took their place. */
export function SetAside({ retired }: { readonly retired: readonly Statement[] }) {
  const { actor } = useWorkshop()
  if (retired.length === 0) return null
  return (
    <details className="drafts-aside">
      <summary className="meta">Set aside: {retired.length}</summary>
      <ul>
        {retired.map((draft) => {
          const adopted = draft.state === 'retired' ? draft.adopted : undefined
          return (
            <li key={draft.id} className="row between">
              <span className="meta">
                {draft.title}
                {adopted ? `, version ${draft.version}, in force from ${dayInWords(adopted.atMs)}` : ''}
              </span>
              {can(actor, 'drafts/change') && !adopted ? (
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
          )
        })}
      </ul>
    </details>
  )
}
