import { useCallback, useEffect, useState } from 'react'
import { workshopContract } from '../../../shared/workshop/contract'
import type { LinkSummary } from '../../../shared/workshop/fields'
import type { InviteSummary } from '../../../shared/workshop/invite-contract'
import { call } from '../../api/call'
import { refusalWords } from '../join/refusal-words'

/** What was fetched, and how fetching it went. */
export interface Fetched<Item> {
  /** Undefined until they came. */
  readonly items: readonly Item[] | undefined
  readonly failure: string | undefined
  readonly reload: () => void
}

/** The links that work now. */
export function useLinks(workshopId: string): Fetched<LinkSummary> {
  return useFetched(useCallback(async () => (await call(workshopContract.links, { params: { id: workshopId } })).links, [workshopId]))
}

/** The personal invites. */
export function useInvites(workshopId: string): Fetched<InviteSummary> {
  return useFetched(useCallback(async () => (await call(workshopContract.invites, { params: { id: workshopId } })).invites, [workshopId]))
}

/** Links and invites are in no shared document, so they are fetched. */
function useFetched<Item>(fetchAll: () => Promise<readonly Item[]>): Fetched<Item> {
  const [items, setItems] = useState<readonly Item[]>()
  const [failure, setFailure] = useState<string>()

  const reload = useCallback(() => {
    fetchAll().then(
      (answer) => {
        setItems(answer)
        setFailure(undefined)
      },
      (refusal: unknown) => setFailure(refusalWords(refusal)),
    )
  }, [fetchAll])

  useEffect(reload, [reload])
  return { items, failure, reload }
}
