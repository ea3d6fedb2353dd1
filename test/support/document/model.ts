import { plain } from '../../../shared/doc/outline'
import type { DocumentModel } from '../../../shared/tools/document/schema'

/** Texts in every script that a PDF must set. */
export const samples = {
  spanish: '¿Cómo llegará el niño a la niñez? ¡Año próximo!',
  greek: 'Η κοινή μας όραση για το μέλλον',
  cyrillic: 'Каждый взрослый находит понятный путь',
  arabic: 'أن يروي الطالب قصته مرة واحدة',
  emoji: '🌱 👩🏽‍🌾 🤝',
  japanese: '日本語のビジョン',
} as const

/** A document with every kind of block, in many scripts. */
export function sampleModel(changes: Partial<DocumentModel> = {}): DocumentModel {
  return {
    format: 'convene-document',
    version: 1,
    language: 'en',
    title: 'Copper Basin Caring Careers',
    focusQuestion: 'What will people see in ten years?',
    date: '2026-11-22',
    parts: ['vision', 'goals', 'roles', 'decisions'],
    sections: [
      {
        part: 'vision',
        title: 'Our shared vision',
        note: 'adopted',
        blocks: [
          {
            type: 'paragraph',
            style: 'statement',
            text: [{ text: 'Every adult finds ' }, { text: 'one front door', marks: ['bold'] }, { text: '.' }],
          },
          { type: 'paragraph', style: 'meta', text: plain('Adopted by 9 of 9 partners. One reservation recorded.') },
          { type: 'heading', level: 1, text: plain('What people will see') },
          ...Object.values(samples)
            .slice(0, 5)
            .map((text) => ({ type: 'paragraph' as const, text: plain(text) })),
          {
            type: 'list',
            ordered: true,
            items: [
              {
                blocks: [
                  { type: 'paragraph', text: plain('Partners who keep promises') },
                  { type: 'list', ordered: true, items: [{ blocks: [{ type: 'paragraph', text: plain('who answers for what') }] }] },
                ],
              },
              { blocks: [{ type: 'paragraph', text: plain('Money used together') }] },
            ],
          },
          { type: 'quote', blocks: [{ type: 'paragraph', text: plain('Small start, visible result.') }] },
          {
            type: 'list',
            ordered: false,
            items: [
              { checked: true, blocks: [{ type: 'paragraph', text: plain('Behavioral health first') }] },
              { checked: false, blocks: [{ type: 'paragraph', text: plain('Name both nations') }] },
            ],
          },
          {
            type: 'paragraph',
            text: [{ text: 'Background: ' }, { text: 'initiative page', marks: [{ href: 'https://www.example.org/network' }] }],
          },
          { type: 'code', text: 'line one\n  line two' },
          { type: 'rule' },
        ],
      },
      {
        part: 'goals',
        title: 'Goals',
        draft: true,
        blocks: [
          {
            type: 'list',
            ordered: false,
            items: [{ blocks: [{ type: 'paragraph', text: [{ text: 'A costed pilot', marks: ['italic'] }] }] }],
          },
        ],
      },
      {
        part: 'roles',
        title: 'Roles',
        blocks: [
          {
            type: 'table',
            caption: 'Who answers for what',
            head: ['Responsibility', 'Native Center', 'One Stop'].map(plain),
            rows: [['Convene meetings', 'A/R', 'I'].map(plain), ['Supply data', 'I', 'A/R'].map(plain)],
          },
        ],
      },
    ],
    ...changes,
  }
}
