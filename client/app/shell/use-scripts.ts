import { useEffect, useState } from 'react'
import { can } from '../../../shared/workshop/permissions'
import { useWorkshop } from '../workshop-context'

/** Facilitators' scripts by step, fetched again when the record says that something fetched has changed. */
export function useScripts(revision: number | undefined): ReadonlyMap<string, string> {
  const { actor } = useWorkshop()
  const [scripts, setScripts] = useState<ReadonlyMap<string, string>>(new Map())
  const may = can(actor, 'workshop/read-scripts')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what says when to fetch again
  useEffect(() => {
    let wanted = true
    if (!may) setScripts(new Map())
    else {
      import('./read-scripts')
        .then(({ readScripts }) => readScripts(actor.workshopId))
        .then((all) => wanted && setScripts(new Map(all.map(({ stepId, notes }) => [stepId, notes]))))
        .catch(() => undefined) // Without the network there is no script; the next revision or visit asks again.
    }
    return () => {
      wanted = false
    }
  }, [may, actor.workshopId, revision])

  return scripts
}
