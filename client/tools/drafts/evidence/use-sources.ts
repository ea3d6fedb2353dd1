import { useMemo } from 'react'
import { type Sources, sourcesOf } from '../../../../shared/tools/sources'
import { useDocs } from '../../../app/docs-context'

/** What words can be traced to, live. Suspends once while the tools' shared sides load. */
export function useSources(): Sources {
  const docs = useDocs()
  return useMemo(() => sourcesOf(docs), [docs])
}
