import type * as Y from 'yjs'
import { intermediaries } from './collections'
import type { Intermediary, Partner } from './schema'
import { onRoster } from './selectors'

/** The intermediary as it was chosen; undefined while nobody was. */
export function intermediaryIn(record: Y.Doc): Intermediary | undefined {
  return intermediaries.live(record).get('intermediary')
}

/** Which partner coordinates, and by which vote; says so when that partner was taken off the list since. */
export function intermediaryInWords({ partnerId, name, question }: Intermediary, all: readonly Partner[]): string {
  const partner = onRoster(all).find(({ id }) => id === partnerId)
  const chosen = `chosen by the vote “${question}”`
  return partner ? `${partner.name}, ${chosen}.` : `${name}, ${chosen}, is no longer on the list. Choose again.`
}
