import { CopyField } from '../../../app/invite/CopyField'
import '../../../app/invite/invite.css'
import type { Guests } from './use-guests'

/** The private links as they can be seen this once, each with whom it is for. */
export function MadeLinks({ guests: { made, failure } }: { readonly guests: Guests }) {
  return (
    <>
      {made.length > 0 ? (
        <div className="late-links">
          <p className="meta">
            Send each link to its person and to nobody else. It is shown this once; a lost one is renewed under “Invite”.
          </p>
          {made.map(({ inviteId, name, organisation, url }) => (
            <CopyField key={inviteId} label={`Link for ${organisation ? `${name}, ${organisation}` : name}`} value={url} />
          ))}
        </div>
      ) : null}
      {failure ? (
        <p className="errmsg" role="alert">
          {failure}
        </p>
      ) : null}
    </>
  )
}
