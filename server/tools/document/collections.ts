import type * as Y from 'yjs'
import { tools } from '../../../shared/tools/registry'
import type { AnyCollection, ToolDefinition, WorkshopDocs } from '../../../shared/tools/tool'
import { agenda, locks, participants, workshops } from '../../../shared/workshop/collections'

type Json = Readonly<Record<string, unknown>>

/** Fields that would let a reader of the file in; they are in no archive. */
const keys: ReadonlySet<string> = new Set(['joinCode', 'joinUrl'])

/** Every collection of `record` and `board` with the records that parse, the kernel's first. */
export function readableCollections({ record, board }: WorkshopDocs): { readonly name: string; readonly records: readonly Json[] }[] {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  const inRecord: AnyCollection[] = [workshops, agenda, participants, locks, ...definitions.flatMap((tool) => tool.record)]
  const inBoard = definitions.flatMap((tool) => tool.board)
  return [
    ...inRecord.map((collection) => ({ name: collection.name, records: recordsOf(record, collection) })),
    ...inBoard.map((collection) => ({ name: collection.name, records: recordsOf(board, collection) })),
  ]
}

/** Records as a sheet: one column per field, in the order in which fields first appear; what is nested stays JSON. */
export function sheetOf(records: readonly Json[]): string[][] {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))]
  return [columns, ...records.map((record) => columns.map((column) => cellOf(record[column])))]
}

function recordsOf(doc: Y.Doc, { name, schema }: AnyCollection): Json[] {
  const stored = doc.getMap(name).toJSON() as Record<string, unknown>
  return (
    Object.values(stored)
      // As people read them: a field that is stored in parts is one field here.
      .flatMap((record): Json[] => {
        const { data } = schema.safeParse(record)
        return data ? [data as Json] : [] // every schema of a collection is one of objects
      })
      // Deleted, and only kept so that it can be brought back.
      .filter((record) => record.deletedAtMs === undefined)
      .map((record) => Object.fromEntries(Object.entries(record).filter(([field]) => !keys.has(field))))
  )
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
