import { useCallback, useEffect, useRef, useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { contract } from '../../../../shared/tools/drafts/contract'
import { plainText } from '../../../../shared/tools/drafts/plain-text'
import type { Version, VersionId } from '../../../../shared/tools/drafts/schema'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'

/** The versions of a wording that have been loaded, latest first. */
export interface Versions {
  readonly list: readonly Version[]
  readonly hasMore: boolean
  readonly isLoaded: boolean
  /** Why they could not be loaded, in words. */
  readonly problem: string | undefined
  readonly refresh: () => Promise<void>
  readonly more: () => Promise<void>
}

const againMs = 10_000
const nothing = { list: [], hasMore: false, isLoaded: false, problem: undefined } as const

/** A wording's versions while they are on screen: others go on writing, so they are asked for again every 10 s. */
export function useVersions(draftId: string): Versions {
  const { actor } = useWorkshop()
  const [state, setState] = useState<Omit<Versions, 'refresh' | 'more'>>(nothing)

  const load = useCallback(
    async (after?: VersionId) => {
      try {
        const params = { id: actor.workshopId, draftId }
        const { versions, hasMore } = await call(contract.listVersions, { params, query: after === undefined ? {} : { after } })
        setState((before) => ({ ...joinedPages(before, versions, hasMore, after), isLoaded: true, problem: undefined }))
      } catch (error) {
        if (!(error instanceof WorkshopError)) throw error
        setState((before) => ({ ...before, isLoaded: true, problem: error.message }))
      }
    },
    [actor.workshopId, draftId],
  )

  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), againMs)
    return () => clearInterval(timer)
  }, [load])

  const last = state.list.at(-1)?.versionId
  return { ...state, refresh: useCallback(() => load(), [load]), more: useCallback(() => load(last), [load, last]) }
}

/** A page in place of what was there, and what older pages had stays. */
function joinedPages(
  before: Pick<Versions, 'list' | 'hasMore'>,
  page: readonly Version[],
  hasMore: boolean,
  after: VersionId | undefined,
): Pick<Versions, 'list' | 'hasMore'> {
  if (after !== undefined) return { list: [...before.list, ...page], hasMore }
  const last = before.list.findIndex(({ versionId }) => versionId === page.at(-1)?.versionId)
  const older = last < 0 ? [] : before.list.slice(last + 1)
  return { list: [...page, ...older], hasMore: older.length > 0 ? before.hasMore : hasMore }
}

/** The words of a version; undefined while they are on their way. A version never changes, so each is fetched once. */
export function useVersionText(draftId: string, versionId: string | undefined): string | undefined {
  const { actor } = useWorkshop()
  const known = useRef(new Map<string, string>())
  const [, setFetched] = useState<string>()

  useEffect(() => {
    if (versionId === undefined || known.current.has(versionId)) return
    let isShown = true
    void call(contract.getVersion, { params: { id: actor.workshopId, draftId, versionId } }).then(
      (version) => {
        known.current.set(versionId, plainText(keptBlocks(version)))
        if (isShown) setFetched(versionId)
      },
      // Offline, or thinned out meanwhile: the timeline says so when it is asked for again.
      () => undefined,
    )
    return () => {
      isShown = false
    }
  }, [actor.workshopId, draftId, versionId])

  return versionId === undefined ? undefined : known.current.get(versionId)
}
