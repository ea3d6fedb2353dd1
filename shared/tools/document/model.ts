import type { Block, OutlineOptions, OutlineSection } from '../../doc/outline'
import { workshops } from '../../workshop/collections'
import { sectionsOf, workshopOutline } from '../outline'
import type { WorkshopDocs } from '../tool'
import { dayOf } from './date'
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
    sections: sectionsOf(workshopOutline(docs, choice), choice.parts).map(withPlainLevels),
  }
}

/** The model with what may be public: a wording that is not adopted stays inside. */
export function publicDocument(model: DocumentModel): DocumentModel {
  return { ...model, sections: model.sections.filter((section) => !section.draft) }
}

/** A wording may begin with any level of heading; inside its section the highest is always level 1. */
function withPlainLevels(section: OutlineSection): OutlineSection {
  const top = Math.min(...section.blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : [])))
  if (!Number.isFinite(top) || top === 1) return section
  return {
    ...section,
    blocks: section.blocks.map((block) => (block.type === 'heading' ? { ...block, level: raised(block.level, top) } : block)),
  }
}

function raised(level: number, top: number): Extract<Block, { type: 'heading' }>['level'] {
  // level is 1-4 and at least top, so the difference is within the union.
  return (level - top + 1) as 1 | 2 | 3 | 4
}
