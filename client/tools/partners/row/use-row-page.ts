import { useEffect, useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { contract, type RowPage } from '../../../../shared/tools/partners/contract'
import { call } from '../../../api/call'
import type { RowChanges } from './row-changes'

interface RowPageState {
  /** Undefined until it was read. */
  readonly page: RowPage | undefined
  /** Why it cannot be read. */
  readonly refusal: string | undefined
  /** @throws WorkshopError when the server refuses; nothing was changed then */
  readonly save: (changes: RowChanges) => Promise<void>
}

/** A partner's row by its private link. */
export function useRowPage(workshopId: string, linkKey: string): RowPageState {
  const [page, setPage] = useState<RowPage>()
  const [refusal, setRefusal] = useState(
    linkKey === '' ? 'A part of this link is missing. Open the whole link, or ask for a new one.' : undefined,
  )

  useEffect(() => {
    if (linkKey === '') return
    let isHere = true
    call(contract.readRow, { params: { id: workshopId }, body: { key: linkKey } }).then(
      (read) => isHere && setPage(read),
      (error: unknown) => {
        if (!(error instanceof WorkshopError)) throw error
        if (isHere) setRefusal(error.message)
      },
    )
    return () => {
      isHere = false
    }
  }, [workshopId, linkKey])

  async function save(changes: RowChanges) {
    setPage(await call(contract.editRow, { params: { id: workshopId }, body: { key: linkKey, ...changes } }))
  }
  return { page, refusal, save }
}
