import { Link } from 'wouter'
import type { Waiting } from '../../../shared/workshop/catch-up-contract'
import type { DocsFactory } from '../docs-sources'
import { useWorkshop } from '../workshop-context'
import { momentWords } from './time-words'

interface WaitsPartProps {
  readonly waits: readonly Waiting[]
  readonly wordsOf: DocsFactory['catchUpWordsOf']
}

/** What I am asked and have not answered, each with its last moment and the way there. */
export function WaitsPart({ waits, wordsOf }: WaitsPartProps) {
  const { actor } = useWorkshop()
  return (
    <section aria-labelledby="catch-up-waits">
      <h2 className="h" id="catch-up-waits">
        Waits for you{waits.length > 0 ? ` (${waits.length})` : ''}
      </h2>
      {waits.length === 0 ? <p className="meta">Nothing waits for your answer.</p> : null}
      <ul className="catch-up-list">
        {waits.map((waiting) => {
          const said = wordsOf(waiting.tool)?.waits?.(waiting) ?? { words: waiting.title, act: 'Go there' }
          return (
            <li key={`${waiting.kind} ${waiting.subject.id}`} className="card catch-up-wait">
              <span className="grow">
                {said.words}
                <span className="meta catch-up-until">
                  {waiting.untilMs === undefined ? 'As long as it is open.' : `Until ${momentWords(waiting.untilMs)}.`}
                </span>
              </span>
              {waiting.view === undefined ? null : (
                <Link className="btn primary" href={`/w/${actor.workshopId}/${waiting.view}`}>
                  {said.act}
                  <span className="vh">: {waiting.title}</span>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
