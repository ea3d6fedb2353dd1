import type { Compilable, CompiledQuery, Transaction } from 'kysely'
import type { Database } from './tables'

/** Stands in a query for a value that is told when it runs. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that is built once and run with other values each time: building one costs more than running it.
 *
 * @param names of its values
 * @param build gets something in place of each value, to be used only where a value may stand
 */
export function compiledOnce<Values extends Readonly<Record<string, unknown>>, Row>(
  names: readonly (keyof Values & string)[],
  build: (tx: Transaction<Database>, values: Values) => Compilable<Row>,
): (tx: Transaction<Database>, values: Values) => Promise<readonly Row[]> {
  // Built with slots in place of values, which the query only passes on.
  const slots = Object.fromEntries(names.map((name) => [name, new Slot(name)])) as unknown as Values
  let compiled: CompiledQuery<Row> | undefined
  return async (tx, values) => {
    compiled ??= build(tx, slots).compile()
    const parameters = compiled.parameters.map((parameter) => (parameter instanceof Slot ? values[parameter.name] : parameter))
    return (await tx.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}
