import type { Tx } from '../server-tool'
import type { Reader } from './ledger'

/** A wording as it was when somebody was asked about it, or answered. */
export interface WordingText {
  readonly text: string
  readonly textHash: string
}

/** Keeps the text that people are asked about, once, so that what has changed since can be shown to them. */
export async function keepText(tx: Tx, workshopId: string, { text, textHash }: WordingText): Promise<void> {
  // A look is cheaper than a write, and of a hundred answers on one text only the first has something to write.
  if (await isKept(tx, workshopId, textHash)) return
  await tx.insertInto('wording_texts').values({ workshop_id: workshopId, text_hash: textHash, text }).execute()
}

/** Whether people were asked about a text with this hash, or answered on it. */
export async function isKept(reader: Reader, workshopId: string, textHash: string): Promise<boolean> {
  const row = await reader
    .selectFrom('wording_texts')
    .select('text_hash')
    .where('workshop_id', '=', workshopId)
    .where('text_hash', '=', textHash)
    .executeTakeFirst()
  return row !== undefined
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
