import { use, useEffect } from 'react'
import { Banner } from '../../ui/Banner'
import { StageLayout } from '../../ui/StageLayout'
import type { DocsFactory } from '../docs-sources'
import { DocsFactoryContext } from '../docs-sources'
import { useWorkshop } from '../workshop-context'
import './catch-up.css'
import { ChangedPart } from './ChangedPart'
import { NowPart } from './NowPart'
import { momentWords } from './time-words'
import { setTold } from './told'
import { useCatchUp } from './use-catch-up'
import { WaitsPart } from './WaitsPart'

const loaded = new WeakMap<() => Promise<DocsFactory>, Promise<DocsFactory>>()

/** The tools' sentences; one load for good. */
function useCatchUpWords(): DocsFactory['catchUpWordsOf'] {
  const load = use(DocsFactoryContext)
  const factory = loaded.get(load) ?? load()
  loaded.set(load, factory)
  return use(factory).catchUpWordsOf
}

/** What waits for me, and what changed since I was here. */
export function CatchUpPage() {
  const { actor } = useWorkshop()
  const { catchUp, problem } = useCatchUp()
  const wordsOf = useCatchUpWords()
  const sinceMs = catchUp?.sinceMs
  useEffect(() => {
    if (sinceMs !== undefined) setTold(actor.id, sinceMs)
  }, [actor.id, sinceMs])

  return (
    <StageLayout>
      <div className="catch-up">
        {problem ? <Banner tone="off">{problem}</Banner> : null}
        {catchUp ? (
          <>
            <div>
              <p className="voice catch-up-since">
                {catchUp.isFirst ? 'You joined' : 'You were last here'} on {momentWords(catchUp.sinceMs)}.
              </p>
              <NowPart />
            </div>
            <WaitsPart waits={catchUp.waits} wordsOf={wordsOf} />
            <ChangedPart catchUp={catchUp} wordsOf={wordsOf} />
          </>
        ) : problem ? null : (
          <p className="meta" aria-busy="true">
            Looking up what changed…
          </p>
        )}
      </div>
    </StageLayout>
  )
}
