import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { dateInWords } from '../../../../shared/tools/document/date'
import type { DocumentModel } from '../../../../shared/tools/document/schema'
import { directionOf } from '../../../../shared/tools/document/text'
import { wordBlocks } from './blocks'
import { wordLists } from './lists'
import { wordStyles } from './styles'
import { safeXml } from './text'

/** Width of the text on the page, in twentieths of a point: A4 less the margins. */
const textWidth = 11906 - 2 * 1247

/** The document as a Word file: real styles, headings, lists and tables, nothing linked from outside. */
export async function renderWord(model: DocumentModel): Promise<Uint8Array> {
  const lists = wordLists()
  const children = [...opening(model), ...model.sections.flatMap((section) => sectionParts(section, lists))]
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
  const parts: (Paragraph | TableOfContents)[] = [
    new Paragraph({ style: 'Title', bidirectional: directionOf(model.title) === 'rtl', children: [new TextRun(safeXml(model.title))] }),
  ]
  if (model.focusQuestion) parts.push(new Paragraph({ style: 'Subtitle', children: [new TextRun(safeXml(model.focusQuestion))] }))
  parts.push(new Paragraph({ style: 'Meta', children: [new TextRun(dateInWords(model.date))] }))
  if (model.sections.length > 1) {
    parts.push(
      new TableOfContents('Contents', {
        hyperlink: false,
        headingStyleRange: '1-2',
        // Filled in already, so that it can be read before Word is asked to update it.
        cachedEntries: model.sections.map(({ title }) => ({ title: safeXml(title), level: 1 })),
        beginDirty: false,
      }),
    )
  }
  return parts
}

function sectionParts({ title, blocks }: DocumentModel['sections'][number], lists: ReturnType<typeof wordLists>) {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    bidirectional: directionOf(title) === 'rtl',
    children: [new TextRun({ text: safeXml(title), rightToLeft: directionOf(title) === 'rtl' })],
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
