import { useState } from 'react'
import type { lastChange } from '../../../../shared/tools/votes/concern-selectors'
import { contract } from '../../../../shared/tools/votes/contract'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { WordDifference } from '../../../ui/WordDifference'
import { useAct } from '../use-act'

/** The change that somebody says answers a concern: their note, and the words before and after. */
export function ConcernChange({ change }: { readonly change: NonNullable<ReturnType<typeof lastChange>> }) {
  const { byName, words, fromHash, toHash } = change
  const { workshopId } = useWorkshop().actor
  const { run } = useAct()
  const [texts, setTexts] = useState<{ readonly before: string; readonly after: string }>()
  const refused = 'refused' in change ? change.refused : undefined

  async function read() {
    if (texts) return
    const textOf = async (textHash: string) => (await call(contract.getAskedText, { params: { id: workshopId, textHash } })).text
    const both = await run(() => Promise.all([textOf(fromHash), textOf(toHash)]))
    if (both) setTexts({ before: both[0], after: both[1] })
  }

  return (
    <div className="concern-change">
      <p>
        <bdi>{byName}</bdi> changed the words to answer it{words ? ': ' : '.'}
        {words ? <bdi>“{words}”</bdi> : null}
      </p>
      {refused ? (
        <p className="meta">
          Its author says that this does not answer it{refused.words ? ': ' : '.'}
          {refused.words ? <bdi>“{refused.words}”</bdi> : null}
        </p>
      ) : null}
      <details onToggle={(event) => event.currentTarget.open && void read()}>
        <summary className="meta">Show the change</summary>
        {texts ? (
          <WordDifference
            before={{ name: 'the words before', plain: texts.before }}
            after={{ name: 'the changed words', plain: texts.after }}
          />
        ) : (
          <p className="meta">Reading both texts…</p>
        )}
      </details>
    </div>
  )
}
