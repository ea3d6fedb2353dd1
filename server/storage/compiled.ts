import type { Compilable, CompiledQuery, Transaction } from 'kysely'
import type { Database } from './tables'

/** Stands in a query for a value that is told when it runs. */
class Slot {
  readonly row: number
  readonly name: string

  constructor(row: number, name: string) {
    this.row = row
    this.name = name
  }
}

type Values = Readonly<Record<string, unknown>>

/** The most rows that one query takes. */
const mostRows = 32

/**
 * A query over rows that is built once and run with other values each time: building one costs more than running it.
 *
 * Rows go in parts of a power of two, so that few queries serve any number of them.
 *
 * @param names of a row's values
 * @param build gets rows with something in place of each value, to be used only where a value may stand
 */
export function compiledForRows<Given extends Values, Result>(
  names: readonly (keyof Given & string)[],
  build: (tx: Transaction<Database>, rows: readonly Given[]) => Compilable<Result>,
): (tx: Transaction<Database>, rows: readonly Given[]) => Promise<Result[]> {
  const queries = new Map<number, CompiledQuery<Result>>()

  function queryFor(tx: Transaction<Database>, count: number): CompiledQuery<Result> {
    const known = queries.get(count)
    if (known) return known
    // Built with slots in place of values, which the query only passes on.
    const rows = Array.from({ length: count }, (_, row) => slotsOf(row, names) as Given)
    const query = build(tx, rows).compile()
    queries.set(count, query)
    return query
  }

  return async (tx, rows) => {
    const results: Result[] = []
    for (const part of inParts(rows)) {
      const query = queryFor(tx, part.length)
      const parameters = query.parameters.map((parameter) =>
        parameter instanceof Slot ? part[parameter.row]?.[parameter.name] : parameter,
      )
      results.push(...(await tx.executeQuery<Result>({ ...query, parameters })).rows)
    }
    return results
  }
}

function slotsOf(row: number, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, new Slot(row, name)]))
}

function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  let taken = 0
  let size = mostRows
  while (taken < rows.length) {
    while (size > rows.length - taken) size /= 2
    yield rows.slice(taken, taken + size)
    taken += size
  }
}
