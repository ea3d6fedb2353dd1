import { useCallback, useEffect, useState } from 'react'
import { workshopContract } from '../../../shared/workshop/contract'
import type { LinkSummary } from '../../../shared/workshop/fields'
import { call } from '../../api/call'
import { refusalWords } from '../join/refusal-words'

/** The links that work now, and how fetching them went. */
export interface Links {
  /** Undefined until they came. */
  readonly links: readonly LinkSummary[] | undefined
  readonly failure: string | undefined
  readonly reload: () => void
}

/** Links are in no shared document, so they are fetched. */
export function useLinks(workshopId: string): Links {
  const [links, setLinks] = useState<readonly LinkSummary[]>()
  const [failure, setFailure] = useState<string>()

  const reload = useCallback(() => {
    call(workshopContract.links, { params: { id: workshopId } }).then(
      (answer) => {
        setLinks(answer.links)
        setFailure(undefined)
      },
      (refusal: unknown) => setFailure(refusalWords(refusal)),
    )
  }, [workshopId])

  useEffect(reload, [reload])
  return { links, failure, reload }
}
