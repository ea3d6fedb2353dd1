import { useState } from 'react'
import { usualParts } from '../../../shared/tools/document/parts'
import type { DocumentChoice } from '../../../shared/tools/document/schema'
import { Downloads } from './Downloads'
import { PartPicker } from './PartPicker'
import { Preview } from './Preview'
import { PublicPage } from './PublicPage'
import { useDocument } from './use-document'
import './document.css'

/** The document: what goes in on the left, the page in the middle, what to do with it on the right; on a phone one after the other, the page last. */
export function Stage() {
  const [choice, setChoice] = useState<DocumentChoice>({ parts: usualParts, names: true, reservations: true })
  const { all, model } = useDocument(choice)
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
        <Preview model={model} />
      </div>
    </div>
  )
}
