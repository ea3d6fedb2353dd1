import { dateInWords } from '../../../shared/tools/document/date'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import { Blocks } from '../../ui/Blocks'
import { Empty } from '../../ui/Empty'
import { Mark } from '../../ui/Mark'

/** The page as it will be, from the same model as every download. */
export function Preview({ model, hasChosen }: { readonly model: DocumentModel; readonly hasChosen: boolean }) {
  return (
    <article className="document-paper" aria-label="Preview">
      <header className="document-head">
        <span className="row">
          <Mark size={22} />
          <b dir="auto">{model.title}</b>
        </span>
        <span>{dateInWords(model.date)}</span>
      </header>
      {model.focusQuestion ? (
        <p className="document-question" dir="auto">
          {model.focusQuestion}
        </p>
      ) : null}
      {model.sections.length === 0 ? (
        <div className="document-empty">
          <Empty title="Nothing to print yet.">
            {hasChosen ? 'Draft a vision, sort some notes or record a decision, and it shows here.' : 'Tick at least one part.'}
          </Empty>
        </div>
      ) : (
        model.sections.map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections carry no id; their order is their identity
          <section key={index} className={`document-section document-part-${section.part}`}>
            <h2 dir="auto">{section.title}</h2>
            <Blocks blocks={section.blocks} />
          </section>
        ))
      )}
    </article>
  )
}
