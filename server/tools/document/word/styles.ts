import { type IStylesOptions, LineRuleType } from 'docx'

const serif = 'Georgia'
const sans = 'Calibri'
const spruce = '0E5A52'
const soft = '47544F'

/** Width of the text on the page, in twentieths of a point: A4 less the margins. */
export const textWidth = 11906 - 2 * 1247

/** Real styles, so that headings show in Word's navigation and the whole look can be changed in one place. Sizes in half points. */
export function wordStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: serif, size: 22, color: '16211F', language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: serif, size: 46, bold: true }, paragraph: { spacing: { before: 120, after: 80 }, keepNext: true } },
      heading1: heading(30, 400, 100, spruce),
      heading2: heading(26, 300, 80),
      heading3: heading(23, 240, 60),
      heading4: heading(22, 200, 60),
      heading5: heading(22, 160, 40),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      style('Subtitle', { italics: true, size: 25, color: soft }, { spacing: { after: 80 } }),
      style('Statement', { size: 28 }, { spacing: { before: 60, after: 140, line: 320 } }),
      style('Meta', { font: sans, size: 19, color: soft }, { spacing: { after: 100 } }),
      style('Quote', { italics: true }, { indent: { left: 360, right: 360 } }),
      style('Code', { font: 'Consolas', size: 19 }, { spacing: { line: 252 } }),
      style('Caption', { font: sans, size: 19, color: soft }, { spacing: { before: 120, after: 60 } }),
      style('TableHead', { font: sans, size: 19, bold: true }, { spacing: { after: 0, line: 252 } }),
      style('TableText', { font: sans, size: 19 }, { spacing: { after: 0, line: 252 } }),
      style('TableGap', { size: 8 }, { spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT } }),
      style('PageHeader', { font: sans, size: 17, color: soft }, { spacing: { after: 0 } }),
      style('PageFooter', { font: sans, size: 17, color: soft }, { spacing: { after: 0 } }),
      { ...style('TOC1', { font: sans, size: 21 }, { spacing: { after: 40 } }), name: 'toc 1' },
      { ...style('TOC2', { font: sans, size: 20, color: soft }, { spacing: { after: 30 }, indent: { left: 240 } }), name: 'toc 2' },
    ],
    characterStyles: [
      { id: 'CodeCharacter', name: 'Code character', basedOn: 'DefaultParagraphFont', run: { font: 'Consolas', size: 20 } },
    ],
  }
}

function heading(size: number, before: number, after: number, color?: string) {
  return {
    run: { font: serif, size, bold: true, ...(color && { color }) },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  }
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number]

function style(id: string, run: ParagraphStyle['run'], paragraph: ParagraphStyle['paragraph']): ParagraphStyle {
  return { id, name: id, basedOn: 'Normal', next: 'Normal', quickFormat: true, ...(run && { run }), ...(paragraph && { paragraph }) }
}
