import type * as Y from 'yjs'
import { type Actor, atLeast } from '../../../access/actor'
import { drafts } from '../collections'
import type { Statement } from '../schema'
import type { Minority, Stand } from './minority-schema'

/** A draft that holds what those below the threshold have to say. */
export type MinorityStatement = Statement & { readonly minority: Minority }

export function isMinority(draft: Statement): draft is MinorityStatement {
  return draft.minority !== undefined
}

/** The minority statement of a wording; undefined while nobody has begun one, or when it was closed without words. */
export function minorityStatementOf(all: readonly Statement[], draftId: string): MinorityStatement | undefined {
  return all.filter(isMinority).find((draft) => draft.minorityOf === draftId && draft.state !== 'retired')
}

/** Whether somebody may write in a minority statement and stand behind it; nobody who only observes. */
export function mayDissent({ minority: { writers } }: Pick<MinorityStatement, 'minority'>, actor: Pick<Actor, 'id' | 'role'>): boolean {
  return writers ? atLeast(actor.role, 'voter') && writers.includes(actor.id) : atLeast(actor.role, 'contributor')
}

/** Those who stand behind exactly these words, in the order in which they did. */
export function standingBehind({ minority: { stands } }: Pick<MinorityStatement, 'minority'>, textHash: string): readonly Stand[] {
  return stands.filter((stand) => stand.textHash === textHash)
}

/** The only people who may write in a wording's document; undefined where it is all who contribute. */
export function draftWritersIn(record: Y.Doc, draftId: string): readonly string[] | undefined {
  return drafts.live(record).get(draftId)?.minority?.writers
}
