import type { Tx } from '../server-tool'
import type { Reader } from './ledger'

/** A wording as it was when somebody was asked about it, or answered. */
export interface WordingText {
  readonly text: string
  readonly textHash: string
}

/** Keeps the text that people are asked about, once, so that what has changed since can be shown to them. */
export async function keepText(tx: Tx, workshopId: string, { text, textHash }: WordingText): Promise<void> {
  await tx
    .insertInto('wording_texts')
    .values({ workshop_id: workshopId, text_hash: textHash, text })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A text that people were asked about; undefined where nobody was asked about one with this hash. */
export async function textOfHash(reader: Reader, workshopId: string, textHash: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('wording_texts')
    .select('text')
    .where('workshop_id', '=', workshopId)
    .where('text_hash', '=', textHash)
    .executeTakeFirst()
  return row?.text
}
