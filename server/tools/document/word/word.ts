import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { dateInWords } from '../../../../shared/tools/document/date'
import type { DocumentModel } from '../../../../shared/tools/document/schema'
import { directionOf } from '../../../../shared/tools/document/text'
import { wordBlocks } from './blocks'
import { anchorOf, Contents } from './contents'
import { wordLists } from './lists'
import { textWidth, wordStyles } from './styles'
import { safeXml } from './text'

/** The document as a Word file: real styles, headings, lists and tables, nothing linked from outside. */
export async function renderWord(model: DocumentModel): Promise<Uint8Array> {
  const lists = wordLists()
  const children = [...opening(model), ...model.sections.flatMap((section, index) => sectionParts(section, index, lists))]
  const file = new Document({
    title: safeXml(model.title),
    creator: 'Convene',
    lastModifiedBy: 'Convene',
    ...(model.focusQuestion ? { subject: safeXml(model.focusQuestion) } : {}),
    styles: wordStyles(),
    numbering: { config: lists.config },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1417, bottom: 1247, left: 1247, right: 1247 } } },
        headers: { default: pageHeader(model) },
        footers: { default: pageFooter() },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function opening(model: DocumentModel) {
  const parts: (Paragraph | Contents)[] = [
    new Paragraph({ style: 'Title', bidirectional: directionOf(model.title) === 'rtl', children: [new TextRun(safeXml(model.title))] }),
  ]
  if (model.focusQuestion) parts.push(new Paragraph({ style: 'Subtitle', children: [new TextRun(safeXml(model.focusQuestion))] }))
  parts.push(new Paragraph({ style: 'Meta', children: [new TextRun(dateInWords(model.date))] }))
  if (model.sections.length > 1) parts.push(new Contents(model.sections))
  return parts
}

function sectionParts({ title, blocks }: DocumentModel['sections'][number], index: number, lists: ReturnType<typeof wordLists>) {
  const words = new TextRun({ text: safeXml(title), rightToLeft: directionOf(title) === 'rtl' })
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    bidirectional: directionOf(title) === 'rtl',
    children: [new Bookmark({ id: anchorOf(index), children: [words] })],
  })
  return [heading, ...wordBlocks(blocks, lists)]
}

function pageHeader({ title, date }: DocumentModel): Header {
  const children = [new TextRun({ text: safeXml(title) }), new TextRun({ children: [new Tab()] }), new TextRun(dateInWords(date))]
  return new Header({
    children: [new Paragraph({ style: 'PageHeader', tabStops: [{ type: TabStopType.RIGHT, position: textWidth }], children })],
  })
}

function pageFooter(): Footer {
  const children = [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })]
  return new Footer({ children: [new Paragraph({ style: 'PageFooter', alignment: AlignmentType.RIGHT, children })] })
}
