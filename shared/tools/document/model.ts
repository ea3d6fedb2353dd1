import type { OutlineOptions } from '../../doc/outline'
import { workshops } from '../../workshop/collections'
import { sectionsOf, workshopOutline } from '../outline'
import type { WorkshopDocs } from '../tool'
import { dayOf } from './date'
import { withPlainLevels } from './plain-levels'
import type { DocumentChoice, DocumentModel } from './schema'

/** Gathers the chosen parts of every tool into the one model that all formats render. */
export function gatherDocument(
  docs: WorkshopDocs,
  choice: DocumentChoice & Pick<OutlineOptions, 'adoptedOnly'>,
  atMs: number,
): DocumentModel {
  const workshop = workshops.all(docs.record)[0]
  return {
    format: 'convene-document',
    version: 1,
    language: 'en',
    title: workshop?.title ?? 'Untitled workshop',
    ...(workshop?.focusQuestion ? { focusQuestion: workshop.focusQuestion } : {}),
    date: dayOf(atMs),
    parts: choice.parts,
    sections: sectionsOf(workshopOutline(docs, choice), choice.parts).map((section) => ({
      ...section,
      blocks: withPlainLevels(section.blocks),
    })),
  }
}

/** The model with what may be public: a wording that is not adopted stays inside. */
export function publicDocument(model: DocumentModel): DocumentModel {
  return { ...model, sections: model.sections.filter((section) => !section.draft) }
}
