import type { RecordRef } from '../../../doc/ids'
import { acceptedWordings, drafts } from '../collections'

/** Whether words only passed through here: another wording, or one that was proposed, and not where they began. */
export function handsOn({ collection }: RecordRef): boolean {
  return collection === drafts.name || collection === acceptedWordings.name
}
