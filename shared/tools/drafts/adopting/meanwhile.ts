import type { Adoption, Statement } from '../schema'
import { familyOf } from '../selectors'

/** What others made of a wording while somebody was about to adopt it. */
export type Meanwhile =
  /** `as` names the wording where it was another one of the same statement. */
  { readonly what: 'adopted'; readonly adoption: Adoption; readonly as?: string } | { readonly what: 'set-aside' }

/**
 * What came before an adoption that was about to be made; undefined while nothing did.
 *
 * An adoption that carries the very reason is taken as the one that was asked for.
 */
export function meanwhile(all: readonly Statement[], draftId: string, sentReason: string | undefined): Meanwhile | undefined {
  const draft = all.find(({ id }) => id === draftId)
  if (!draft || draft.state === 'open' || draft.state === 'locked') return undefined
  if (draft.state === 'adopted') {
    const isOurs = sentReason !== undefined && (sentReason === '' || draft.adopted.overrideReason === sentReason)
    return isOurs ? undefined : { what: 'adopted', adoption: draft.adopted }
  }
  const family = familyOf(all, draft)
  for (const other of all) {
    if (family.has(other.id) && other.state === 'adopted' && other.version >= draft.version) {
      return { what: 'adopted', adoption: other.adopted, as: other.title }
    }
  }
  return { what: 'set-aside' }
}
