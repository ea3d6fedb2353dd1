import { useEffect, useState } from 'react'
import { z } from 'zod'
import { newId, RecordRef } from '../../../shared/doc/ids'
import { limits } from '../../../shared/sync/limits'
import type { OptionSource } from '../../../shared/tools/tool'
import { suggestedDots } from '../../../shared/tools/votes/allocation'
import type { Round } from '../../../shared/tools/votes/schema'
import { deviceStorage } from '../../app/platform'

const SetupOption = z.object({
  key: z.string(),
  label: z.string(),
  detail: z.string().optional(),
  ref: RecordRef.optional(),
  ticked: z.boolean(),
})
export type SetupOption = z.infer<typeof SetupOption>

const Setup = z.object({
  question: z.string(),
  options: z.array(SetupOption),
  /** Absent: follow the suggestion. */
  dots: z.number().int().optional(),
  maxPerOption: z.number().int(),
  secret: z.boolean(),
  facilitatorsVote: z.boolean(),
  /** Minutes on the step's timer; 0 leaves the timer alone. */
  minutes: z.number().int(),
})
export type Setup = z.infer<typeof Setup>

/** Most on one option that a new vote begins with. */
const usualCap = 2

/** A vote being prepared; it survives a reload of this device. */
export function useSetup(key: string, begin: () => Setup) {
  const storageKey = `convene:vote-setup:${key}`
  const [setup, setSetup] = useState<Setup>(() => kept(storageKey) ?? begin())
  useEffect(() => {
    deviceStorage.write(storageKey, JSON.stringify(setup))
  }, [storageKey, setup])
  const ticked = setup.options.filter(({ ticked: on, label }) => on && label.trim() !== '')
  const suggestion = suggestedDots(ticked.length)
  const dots = setup.dots ?? suggestion.dots
  return {
    setup,
    ticked,
    suggestion,
    dots,
    maxPerOption: Math.min(setup.maxPerOption, dots),
    change: (changes: Partial<Setup>) => setSetup((before) => ({ ...before, ...changes })),
    changeOptions: (edit: (options: readonly SetupOption[]) => readonly SetupOption[]) =>
      setSetup((before) => ({ ...before, options: [...edit(before.options)] })),
    forget: () => deviceStorage.write(storageKey, ''),
  }
}

/** A new vote, or an earlier one again. */
export function beginSetup(question: string, from: Round | undefined, onlyOptions?: readonly string[]): Setup {
  if (!from) return { question, options: [], maxPerOption: usualCap, secret: true, facilitatorsVote: false, minutes: 0 }
  return {
    question: from.question,
    options: from.options.map(({ id, label, detail, ref }) => ({
      key: newId('row'),
      label,
      ...(detail ? { detail } : {}),
      ...(ref ? { ref } : {}),
      ticked: !onlyOptions || onlyOptions.includes(id),
    })),
    ...(onlyOptions ? { dots: 1 } : { dots: from.dots }),
    maxPerOption: from.maxPerOption,
    secret: from.secret,
    facilitatorsVote: from.facilitatorsVote,
    minutes: 0,
  }
}

/** The rows with a source's options behind them, leaving out those that stand there already, up to what a vote holds. */
export function withSource(rows: readonly SetupOption[], source: OptionSource): readonly SetupOption[] {
  const added = source.options
    .filter(({ ref, label }) => !rows.some((row) => (row.ref ? row.ref.id === ref.id : row.label === label)))
    .map(({ label, detail, ref }) => ({ key: newId('row'), label, ...(detail ? { detail } : {}), ref, ticked: true }))
  return [...rows, ...added].slice(0, Math.max(rows.length, limits.options))
}

/** The rows with one moved to another place. */
export function moved(rows: readonly SetupOption[], key: string, to: number): readonly SetupOption[] {
  const row = rows.find((each) => each.key === key)
  if (!row) return rows
  const rest = rows.filter((each) => each !== row)
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}

function kept(storageKey: string): Setup | undefined {
  try {
    const parsed = Setup.safeParse(JSON.parse(deviceStorage.read(storageKey) || 'null'))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined // What cannot be read was not written by this version.
  }
}
