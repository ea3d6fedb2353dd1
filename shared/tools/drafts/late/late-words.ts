import type { AgendaStep } from '../../../workshop/schema'
import { orderedAgenda } from '../../../workshop/selectors'
import type { Statement } from '../schema'
import { familyOf, isLive, lineOfStep } from '../selectors'

/** Where the words of somebody who was too late for a wording can stand. */
export type LatePlace =
  | { readonly state: 'beside'; readonly draft: Statement }
  /** Adopted, and nobody has begun a new version. */
  | { readonly state: 'adopted' }
  | { readonly state: 'set-aside' }

/** Beside the draft that is worked on now, whatever became of the one they were written in; undefined for no wording. */
export function latePlace(all: readonly Statement[], draftId: string): LatePlace | undefined {
  const start = all.find(({ id }) => id === draftId)
  if (!start) return undefined
  const family = familyOf(all, start)
  const kin = all.filter(({ id }) => family.has(id))
  const draft = kin.find((each) => isLive(each) && each.rivalOf === undefined)
  if (draft) return { state: 'beside', draft }
  return { state: kin.some(({ state }) => state === 'adopted') ? 'adopted' : 'set-aside' }
}

/** What had become of a wording when words came too late for it, as far as it is still so. */
export function whyTooLate({ title, ...draft }: Statement): string {
  if (draft.state === 'adopted') return `“${title}” was adopted by ${draft.adopted.byName} before your words arrived.`
  if (draft.state === 'retired') return `“${title}” was set aside before your words arrived.`
  if (draft.state === 'locked') return `“${title}” was locked by ${draft.lockedByName} before your words arrived.`
  return `“${title}” was locked when your words arrived. It is open again.`
}

/** The step at which a wording is worked on: its own, else the first that writes; undefined when the agenda has none. */
export function stepOfDraft(steps: readonly AgendaStep[], all: readonly Statement[], draftId: string): AgendaStep | undefined {
  const writing = orderedAgenda(steps).filter(({ tool }) => tool === 'drafts')
  const start = all.find(({ id }) => id === draftId)
  const family = start ? familyOf(all, start) : new Set<string>()
  const own = writing.find((step) => {
    const line = lineOfStep(all, step)
    return [line?.working, line?.adopted].some((draft) => draft && family.has(draft.id))
  })
  return own ?? writing[0]
}
