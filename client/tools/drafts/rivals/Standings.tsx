import { useWording } from '../live-wording'
import { readyDoc, useDraftRoom } from '../use-draft-room'
import type { NamedWording } from './MergeDialog'
import { RatingSlot } from './RatingSlot'

/** How all wordings of a statement stand, one beneath the other. */
export function Standings({ wordings }: { readonly wordings: readonly NamedWording[] }) {
  return (
    <details className="drafts-standings">
      <summary className="meta">How the wordings stand</summary>
      <dl>
        {wordings.map((each) => (
          <StandingRow key={each.draft.id} {...each} />
        ))}
      </dl>
    </details>
  )
}

function StandingRow({ draft, name }: NamedWording) {
  const { text, textHash } = useWording(readyDoc(useDraftRoom(draft.id)))
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <RatingSlot part="Standing" draftId={draft.id} text={text} textHash={textHash} name={name} />
      </dd>
    </div>
  )
}
