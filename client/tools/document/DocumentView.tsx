import { useMemo, useState } from 'react'
import { offeredParts, usualParts } from '../../../shared/tools/document/parts'
import type { DocumentChoice } from '../../../shared/tools/document/schema'
import { Downloads } from './Downloads'
import { PartPicker } from './PartPicker'
import { Preview } from './Preview'
import { PublicPage } from './PublicPage'
import { useDocument } from './use-document'
import './document.css'

/** The document: what goes in on the left, the page in the middle, what to do with it on the right; on a phone one after the other, the page last. */
export function Stage() {
  const [wish, setChoice] = useState<DocumentChoice>({ parts: usualParts, names: true, reservations: true })
  const { all, model } = useDocument(wish)
  // What is not offered cannot be unticked, so it does not count as chosen.
  const choice = useMemo(() => {
    const offered = offeredParts(all.sections)
    return { ...wish, parts: wish.parts.filter((part) => offered.includes(part)) }
  }, [wish, all])
  return (
    <div className="stage document-stage">
      <section className="document-choose" aria-label="Sections">
        <PartPicker sections={all.sections} choice={choice} onChange={setChoice} />
      </section>
      <aside className="document-actions" aria-label="Download and publish" data-region tabIndex={-1}>
        <Downloads choice={choice} sectionCount={model.sections.length} />
        <PublicPage choice={choice} />
      </aside>
      <div className="document-page" data-region tabIndex={-1}>
        <Preview model={model} hasChosen={choice.parts.length > 0} />
      </div>
    </div>
  )
}
