import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from '../../../shared/doc/csv'
import { limits } from '../../../shared/sync/limits'

const bytes = (text: string) => new TextEncoder().encode(text)
const cells = (text: string) => {
  const reading = readCsv(bytes(text))
  return reading.state === 'read' ? [reading.header, ...reading.rows.map((row) => row.cells)] : reading.message
}

describe('reading a CSV file', () => {
  it('takes commas, semicolons and tabs', () => {
    for (const mark of [',', ';', '\t'])
      expect(cells(`text${mark}kind\r\na${mark}b\r\n`)).toEqual([
        ['text', 'kind'],
        ['a', 'b'],
      ])
  })

  it('says on which line a row begins when a cell spans lines', () => {
    const reading = readCsv(bytes('text,kind\r\n"one\r\ntwo",idea\r\n\r\nthree,idea'))
    expect(reading.state === 'read' && reading.rows.map((row) => row.line)).toEqual([2, 5])
  })

  it('names line and column of a quotation mark that is never closed', () => {
    expect(cells('text,kind\r\nfine,idea\r\nbroken,"never closed\r\nmore,idea')).toMatch(/^Line 3, column 2: a quotation mark/)
  })

  it('reads Latin-1 bytes as the letters they were', () => {
    const reading = readCsv(Uint8Array.from([...bytes('text\r\nNi'), 0xf1, ...bytes('os')]))
    expect(reading).toMatchObject({ state: 'read', encoding: 'Latin-1', rows: [{ cells: ['Niños'] }] })
  })

  it('takes the size limit exactly and refuses one byte more', () => {
    const full = new Uint8Array(limits.importBytes).fill(97)
    expect(readCsv(full).state).toBe('read')
    expect(readCsv(new Uint8Array(limits.importBytes + 1).fill(97))).toMatchObject({ state: 'refused', message: /11 MB/ })
  })

  it('takes the row limit exactly and refuses one row more', () => {
    expect(readCsv(bytes(`text\n${'a\n'.repeat(limits.importRows)}`)).state).toBe('read')
    expect(readCsv(bytes(`text\n${'a\n'.repeat(limits.importRows + 1)}`)).state).toBe('refused')
  })

  it('calls an empty file empty', () => {
    expect(cells('')).toBe('This file is empty.')
    expect(cells('\r\n  \r\n')).toBe('This file is empty.')
  })
})

describe('writing a CSV file', () => {
  const triggers = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']
  const leads = ['', ' ', "'", '"', '\n', '\u200B', ' \t']

  it('lets no cell start as a formula and reads it back as it was', () => {
    for (const lead of leads) {
      for (const trigger of triggers) {
        const cell = `${lead}${trigger}1+1`
        const text = writeCsv([['text'], [cell]])
        expect(text.split('\r\n')[1]?.replace(/^"/, '')).toMatch(/^'/)
        expect(cells(text)).toEqual([['text'], [cell]])
      }
    }
  })

  it('reads back any table it wrote', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const kept = rows.filter((row) => row.some((each) => each.trim() !== ''))
        expect(cells(writeCsv([['a', 'b'], ...rows]))).toEqual([['a', 'b'], ...kept])
      }),
      { numRuns: 300 },
    )
  })
})
