import { useEffect, useState } from 'react'
import { WorkshopError } from '../../../../shared/http/problem'
import { contract } from '../../../../shared/tools/votes/contract'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'

/** A wording as it was when people were asked about it; `problem` is why it cannot be shown just now. */
export function useAskedText(textHash: string): { readonly text?: string; readonly problem?: string } {
  const { workshopId } = useWorkshop().actor
  const [answer, setAnswer] = useState<{ readonly text?: string; readonly problem?: string }>({})
  useEffect(() => {
    let current = true
    const show = (told: typeof answer) => current && setAnswer(told)
    call(contract.getAskedText, { params: { id: workshopId, textHash } }).then(
      ({ text }) => show({ text }),
      (cause: unknown) => show({ problem: cause instanceof WorkshopError ? cause.message : 'The words cannot be read just now.' }),
    )
    return () => {
      current = false
    }
  }, [workshopId, textHash])
  return answer
}
