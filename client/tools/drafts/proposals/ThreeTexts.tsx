import type { ShownProposal } from '../../../../shared/tools/drafts/proposals/proposal-selectors'

/** A proposal whose words were rewritten since: as they were, as they are, and as proposed. */
export function ThreeTexts({ shown: { proposal, present } }: { readonly shown: ShownProposal }) {
  return (
    <>
      <p className="fine">These words have changed since it was proposed. You can propose again from the words as they are now.</p>
      <dl className="comments-three">
        <dt className="fine">Then</dt>
        <dd className="voice" dir="auto">
          {proposal.before}
        </dd>
        <dt className="fine">Now</dt>
        <dd className="voice" dir="auto">
          {present}
        </dd>
        <dt className="fine">Proposed</dt>
        <dd className="voice" dir="auto">
          {proposal.words}
        </dd>
      </dl>
    </>
  )
}
