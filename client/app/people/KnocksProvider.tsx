import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Knock } from '../../../shared/workshop/door-contract'
import { can } from '../../../shared/workshop/permissions'
import { useWorkshop } from '../workshop-context'
import { KnocksContext } from './knocks-context'

interface KnocksProviderProps {
  /** Rises when something fetched over HTTP changed. */
  readonly revision: number | undefined
  readonly children: ReactNode
}

/** Fetches who is at the door, for facilitators, and tells them of everybody new. */
export function KnocksProvider({ revision, children }: KnocksProviderProps) {
  const { actor } = useWorkshop()
  const [knocks, setKnocks] = useState<readonly Knock[]>([])
  const told = useRef<ReadonlySet<string>>(new Set())
  const may = can(actor, 'workshop/admit')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what says when to fetch again
  useEffect(() => {
    let wanted = true
    if (!may) setKnocks([])
    else {
      import('./door-calls')
        .then(async ({ readKnocks, tellOfNew }) => {
          const all = await readKnocks(actor.workshopId)
          if (!wanted) return
          told.current = tellOfNew(all, told.current)
          setKnocks(all)
        })
        .catch(() => undefined) // Without the network nobody can be let in; the next revision or visit asks again.
    }
    return () => {
      wanted = false
    }
  }, [may, actor.workshopId, revision])

  return <KnocksContext value={knocks}>{children}</KnocksContext>
}
