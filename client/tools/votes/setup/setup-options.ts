import { z } from 'zod'
import { newId, RecordRef } from '../../../../shared/doc/ids'
import { limits } from '../../../../shared/sync/limits'
import type { OptionSource } from '../../../../shared/tools/tool'
import type { Round } from '../../../../shared/tools/votes/schema'

/** Where an option comes from, as it stood then. */
const Origin = z.object({
  label: z.string(),
  detail: z.string().optional(),
  by: z.string().optional(),
  ref: RecordRef.optional(),
})
type Origin = z.infer<typeof Origin>

/** One option of a vote being prepared. */
export const SetupOption = Origin.extend({
  key: z.string(),
  ticked: z.boolean(),
  /** Why it cannot be voted on yet. */
  problem: z.string().optional(),
  /** What was merged into it; absent for an option that is one thing. */
  origins: z.array(Origin).optional(),
})
export type SetupOption = z.infer<typeof SetupOption>
export type SetupOptions = readonly SetupOption[]

/** The rows that will be voted on. */
export function tickedIn(rows: SetupOptions): SetupOptions {
  return rows.filter(({ ticked, label, problem }) => ticked && problem === undefined && label.trim() !== '')
}

/** The options of an earlier round, all ticked. */
export function rowsOf(round: Round): SetupOptions {
  return round.options.map(({ label, detail, ref }) => rowOf({ label, ...(detail ? { detail } : {}), ...(ref ? { ref } : {}) }))
}

/** What a vote is usually about: the first source that need not be asked for. */
export function firstOffered(sources: readonly OptionSource[]): OptionSource | undefined {
  return sources.find(({ isOnRequest }) => !isOnRequest)
}

/** The rows with a source's options behind them, leaving out those that stand there already, up to what a vote holds. */
export function withSource(rows: SetupOptions, source: OptionSource): SetupOptions {
  const origins = rows.flatMap(originsOf)
  const added = source.options
    .filter(({ ref, label }) => !origins.some((origin) => (origin.ref ? origin.ref.id === ref.id : origin.label === label)))
    .map(({ problem, ...origin }) => ({ ...rowOf(origin), ...(problem ? { problem, ticked: false } : {}) }))
  return [...rows, ...added].slice(0, Math.max(rows.length, limits.options))
}

/** The rows, with those that could not be voted on as their source has them now; the very same list when nothing changed. */
export function refreshed(rows: SetupOptions, sources: readonly OptionSource[]): SetupOptions {
  const offered = sources.flatMap(({ options }) => options)
  const fresh = rows.map((row) => {
    const now = row.problem ? offered.find(({ ref }) => ref.id === row.ref?.id) : undefined
    if (!now || now.problem) return row
    const { problem: _was, ...others } = row
    return { ...others, label: now.label, ticked: true }
  })
  return fresh.every((row, index) => row === rows[index]) ? rows : fresh
}

/** The rows with one moved to another place. */
export function moved(rows: SetupOptions, key: string, to: number): SetupOptions {
  const row = rows.find((each) => each.key === key)
  if (!row) return rows
  const rest = rows.filter((each) => each !== row)
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}

/**
 * The rows with some made one, at the place of the first and with its words; its detail names all of them and whose they are.
 *
 * @param key of the new row
 */
export function merged(rows: SetupOptions, keys: readonly string[], key: string): SetupOptions {
  const together = rows.filter((row) => keys.includes(row.key))
  const [first] = together
  if (!first || together.length < 2) return rows
  const origins = together.flatMap(originsOf)
  const { label, ref } = first
  const one: SetupOption = { key, label, detail: originsInWords(origins), ...(ref ? { ref } : {}), ticked: true, origins }
  return rows.flatMap((row) => (row === first ? [one] : together.includes(row) ? [] : [row]))
}

/** The rows with a merged one taken apart again. */
export function takenApart(rows: SetupOptions, key: string): SetupOptions {
  return rows.flatMap((row) => (row.key === key && row.origins ? row.origins.map(rowOf) : [row]))
}

function rowOf(origin: Origin): SetupOption {
  return { ...origin, key: newId('row'), ticked: true }
}

function originsOf({ origins, label, detail, by, ref }: SetupOption): readonly Origin[] {
  return origins ?? [{ label, ...(detail ? { detail } : {}), ...(by ? { by } : {}), ...(ref ? { ref } : {}) }]
}

const joint = ' and '

/** `“Shared intake” by Amara and “One intake form” by Ben`; labels are cut so that every author stays. */
function originsInWords(origins: readonly Origin[]): string {
  const each = Math.floor((limits.titleLength + joint.length) / origins.length) - joint.length
  const words = origins.map(({ label, by, detail }) => {
    const whose = by ? ` by ${by}` : detail ? ` (${detail})` : ''
    return `“${cut(label, Math.max(1, each - whose.length - 2))}”${whose}`
  })
  return cut(words.join(joint), limits.titleLength)
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
