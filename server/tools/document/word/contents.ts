import { BuilderElement, FileChild, InternalHyperlink, Paragraph, Run, TextRun, XmlComponent } from 'docx'
import type { DocumentModel } from '../../../../shared/tools/document/schema'
import { safeXml } from './text'

/** The bookmark of a section's heading. */
export function anchorOf(index: number): string {
  return `section-${index + 1}`
}

/**
 * The table of contents: filled in already, so that it can be read and pressed before Word is asked to update it, which
 * adds the page numbers. Marked as Word marks its own, without which LibreOffice prints the field's instruction.
 * Source: ECMA-376 part 1, sections 17.5.2.13 (docPartObj) and 17.16.5.68 (TOC).
 */
export class Contents extends FileChild {
  constructor(sections: DocumentModel['sections']) {
    super('w:sdt')
    const entries = sections.map(({ title }, index) => {
      const link = new InternalHyperlink({ anchor: anchorOf(index), children: [new TextRun(safeXml(title))] })
      return new Paragraph({ style: 'TOC1', children: index === 0 ? [...fieldStart(), link] : [link] })
    })
    this.root.push(properties(), new BuilderElement({ name: 'w:sdtContent', children: [...entries, fieldEnd()] }))
  }
}

function properties(): XmlComponent {
  const gallery = valued('w:docPartGallery', 'Table of Contents')
  const part = new BuilderElement({ name: 'w:docPartObj', children: [gallery, new BuilderElement({ name: 'w:docPartUnique' })] })
  return new BuilderElement({ name: 'w:sdtPr', children: [valued('w:alias', 'Contents'), part] })
}

function valued(name: string, value: string): XmlComponent {
  return new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } })
}

function fieldStart(): Run[] {
  return [fieldChar('begin'), new Instruction('TOC \\o "1-2" \\h'), fieldChar('separate')].map((child) => new Run({ children: [child] }))
}

function fieldEnd(): Paragraph {
  return new Paragraph({ style: 'Meta', children: [new Run({ children: [fieldChar('end')] })] })
}

function fieldChar(type: 'begin' | 'separate' | 'end'): XmlComponent {
  return new BuilderElement<{ type: string }>({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } })
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText')
    this.root.push(text)
  }
}
