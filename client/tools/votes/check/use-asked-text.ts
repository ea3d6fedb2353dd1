import { useEffect, useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { contract } from '../../../../shared/tools/votes/contract'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'

/** A text that people were asked about: `lost` where the server has none with this hash, undefined while it is on its way. */
export function useAskedText(textHash: string): { readonly text: string } | 'lost' | undefined {
  const { workshopId } = useWorkshop().actor
  const [heard, setHeard] = useState<{ readonly textHash: string; readonly text: string | undefined }>()

  useEffect(() => {
    let isShown = true
    void call(contract.getAskedText, { params: { id: workshopId, textHash } }).then(
      ({ text }) => isShown && setHeard({ textHash, text }),
      (cause: unknown) => {
        if (!(cause instanceof WorkshopError)) throw cause
        if (isShown) setHeard({ textHash, text: undefined })
      },
    )
    return () => {
      isShown = false
    }
  }, [workshopId, textHash])

  if (heard?.textHash !== textHash) return undefined
  return heard.text === undefined ? 'lost' : { text: heard.text }
}
