import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvRow, readCsv } from '../../shared/doc/csv'

const folders = {
  'copper-basin': join(import.meta.dirname, '../../server/demo/copper-basin'),
  cascadia: join(import.meta.dirname, 'samples/cascadia'),
}

/** A sample file as it lies on disk. */
export function sampleText(workshop: keyof typeof folders, file: string): string {
  return readFileSync(join(folders[workshop], file), 'utf8')
}

/** CSV text through the product's own reader. @throws Error when it refuses */
export function readTable(text: string): { readonly header: readonly string[]; readonly rows: readonly CsvRow[] } {
  const reading = readCsv(new TextEncoder().encode(text))
  if (reading.state === 'refused') throw new Error(reading.message)
  return reading
}
