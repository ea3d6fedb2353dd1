import type { ProposalDecision } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import { useWorkshop } from '../../../app/workshop-context'
import { agoInWords } from '../ago'
import { useNameOf } from '../comments/Byline'

/** Who decided on a proposed wording, when, and why it was not taken up. */
export function DecidedNote({ decided }: { readonly decided: ProposalDecision }) {
  const { serverNow } = useWorkshop()
  const name = useNameOf(decided.byId)
  const ago = agoInWords(serverNow() - decided.atMs, decided.atMs)
  if (decided.kind === 'accepted') {
    return (
      <p className="fine">
        Accepted by {name} · {ago}
      </p>
    )
  }
  return (
    <>
      <p className="fine">
        Kept as is by {name} · {ago}
      </p>
      {decided.reason === undefined ? null : (
        <p className="comments-text" dir="auto">
          {decided.reason}
        </p>
      )}
    </>
  )
}
