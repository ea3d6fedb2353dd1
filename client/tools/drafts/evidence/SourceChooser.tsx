import { useState } from 'react'
import type { RecordRef } from '../../../../shared/doc/ids'
import { plural } from '../../../../shared/doc/words'
import type { Source, SourceGroup } from '../../../../shared/tools/tool'
import { Field } from '../../../ui/Field'
import './evidence.css'

/** The key of a source among those that are chosen. */
export function refKey({ collection, id }: RecordRef): string {
  return `${collection}/${id}`
}

/** What of the groups is chosen, in their order. */
export function chosenRefs(groups: readonly SourceGroup[], chosen: ReadonlySet<string>): RecordRef[] {
  return groups
    .flatMap(({ source, items }) => [...(source ? [source] : []), ...items])
    .map(({ ref }) => ref)
    .filter((ref) => chosen.has(refKey(ref)))
}

interface SourceChooserProps {
  readonly groups: readonly SourceGroup[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** Choosing a cluster chooses its notes with it, rather than the cluster by itself. */
  readonly isWhole: boolean
}

/** Notes, clusters and decisions to tick, narrowed by what they say. */
export function SourceChooser({ groups, chosen, onChange, isWhole }: SourceChooserProps) {
  const [wanted, setWanted] = useState('')
  const shown = groups.flatMap((group) => narrowed(group, wanted.trim().toLocaleLowerCase()))

  function set(refs: readonly RecordRef[], isIn: boolean) {
    const next = new Set(chosen)
    for (const ref of refs) isIn ? next.add(refKey(ref)) : next.delete(refKey(ref))
    onChange(next)
  }

  return (
    <div className="sources">
      <Field label="Find">
        {(props) => <input className="input" type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} {...props} />}
      </Field>
      <div className="sources-groups">
        {shown.length === 0 ? <p className="meta">Nothing here says that.</p> : null}
        {shown.map((group) => {
          const { source, title, items } = group
          const all = [...(source ? [source.ref] : []), ...items.map(({ ref }) => ref)]
          return (
            <fieldset key={source ? refKey(source.ref) : `${title}-${items[0]?.ref.id}`} className="sources-group">
              <legend className="vh">{title}</legend>
              {source ? (
                <label className="sources-row head">
                  <input
                    type="checkbox"
                    checked={chosen.has(refKey(source.ref))}
                    onChange={(event) => set(isWhole ? all : [source.ref], event.target.checked)}
                  />
                  <span>
                    <b>{title}</b> <span className="fine">{isWhole ? `all ${plural(items.length, 'note')}` : source.kind}</span>
                  </span>
                </label>
              ) : (
                <p className="fine">{title}</p>
              )}
              {items.map((item) => (
                <SourceRow
                  key={refKey(item.ref)}
                  item={item}
                  isChosen={chosen.has(refKey(item.ref))}
                  onChange={(isIn) => set(rowRefs(item, source, isIn, isWhole), isIn)}
                />
              ))}
            </fieldset>
          )
        })}
      </div>
    </div>
  )
}

/** A whole cluster with a note taken out is not whole any more. */
function rowRefs(item: Source, group: Source | undefined, isIn: boolean, isWhole: boolean): readonly RecordRef[] {
  return !isIn && isWhole && group ? [item.ref, group.ref] : [item.ref]
}

interface SourceRowProps {
  readonly item: Source
  readonly isChosen: boolean
  readonly onChange: (isChosen: boolean) => void
}

function SourceRow({ item: { words, by }, isChosen, onChange }: SourceRowProps) {
  return (
    <label className="sources-row">
      <input type="checkbox" checked={isChosen} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {words} {by === undefined ? null : <span className="fine">{by}</span>}
      </span>
    </label>
  )
}

function narrowed(group: SourceGroup, wanted: string): readonly SourceGroup[] {
  if (wanted === '' || group.title.toLocaleLowerCase().includes(wanted)) return [group]
  const items = group.items.filter(({ words, by = '' }) => `${words} ${by}`.toLocaleLowerCase().includes(wanted))
  return items.length > 0 ? [{ ...group, items }] : []
}
