import { useEffect, useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { contract } from '../../../../shared/tools/votes/contract'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'

/** A text never changes under its hash, so that many who show it ask for it once. */
const asked = new Map<string, Promise<string | undefined>>()

/** A text that people were asked about: `lost` where the server has none with this hash, undefined while it is on its way or not wanted. */
export function useAskedText(textHash: string | undefined): { readonly text: string } | 'lost' | undefined {
  const { workshopId } = useWorkshop().actor
  const [heard, setHeard] = useState<{ readonly textHash: string; readonly text: string | undefined }>()

  useEffect(() => {
    if (textHash === undefined) return
    let isShown = true
    void askedText(workshopId, textHash).then((text) => isShown && setHeard({ textHash, text }))
    return () => {
      isShown = false
    }
  }, [workshopId, textHash])

  if (textHash === undefined || heard?.textHash !== textHash) return undefined
  return heard.text === undefined ? 'lost' : { text: heard.text }
}

function askedText(workshopId: string, textHash: string): Promise<string | undefined> {
  const key = `${workshopId}/${textHash}`
  const known = asked.get(key)
  if (known) return known
  const coming = call(contract.getAskedText, { params: { id: workshopId, textHash } }).then(
    ({ text }) => text,
    (cause: unknown) => {
      // Offline just now, perhaps: whoever asks next asks again.
      asked.delete(key)
      if (!(cause instanceof WorkshopError)) throw cause
      return undefined
    },
  )
  asked.set(key, coming)
  return coming
}
