import { Link } from 'wouter'
import type { CatchUp, Change } from '../../../shared/workshop/catch-up-contract'
import { WordDifference } from '../../ui/WordDifference'
import type { DocsFactory } from '../docs-sources'
import { useWorkshop } from '../workshop-context'
import { momentWords, shortMoment } from './time-words'

interface ChangedPartProps {
  readonly catchUp: CatchUp
  readonly wordsOf: DocsFactory['catchUpWordsOf']
}

/** What others changed, by tool. */
export function ChangedPart({ catchUp: { changed, isFirst, sinceMs }, wordsOf }: ChangedPartProps) {
  const tools = [...new Set(changed.map(({ tool }) => tool))]
  return (
    <section aria-labelledby="catch-up-changed">
      <h2 className="h" id="catch-up-changed">
        What changed
      </h2>
      {changed.length === 0 ? (
        <p className="meta">
          Others have changed nothing since you {isFirst ? 'joined' : 'were here'} on {momentWords(sinceMs)}.
        </p>
      ) : null}
      {tools.map((tool) => (
        <section key={tool} className="catch-up-tool" aria-labelledby={`catch-up-${tool}`}>
          <h3 className="label" id={`catch-up-${tool}`}>
            {wordsOf(tool)?.label ?? tool}
          </h3>
          <ul className="catch-up-list">
            {changed
              .filter((change) => change.tool === tool)
              .map((change) => (
                <ChangeRow
                  key={`${change.kind} ${change.subject.id}`}
                  change={change}
                  words={wordsOf(tool)?.changed(change) ?? `${change.title} has changed.`}
                />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function ChangeRow({ change, words }: { readonly change: Change; readonly words: string }) {
  const { actor } = useWorkshop()
  const { view, atMs, title, difference } = change
  return (
    <li className="catch-up-change">
      <p>{words}</p>
      <p className="meta row wrap">
        {atMs === undefined ? null : <time dateTime={new Date(atMs).toISOString()}>{shortMoment(atMs)}</time>}
        {view === undefined ? null : (
          <Link className="catch-up-link" href={`/w/${actor.workshopId}/${view}`}>
            Go there<span className="vh">: {title}</span>
          </Link>
        )}
      </p>
      {difference ? (
        <details>
          <summary>
            See the words<span className="vh"> of {title}, then and now</span>
          </summary>
          <WordDifference
            before={{ name: 'what you knew', plain: difference.before }}
            after={{ name: 'the text now', plain: difference.after }}
          />
        </details>
      ) : null}
    </li>
  )
}
