import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** Where the server under test and the load run, for the table's heading. */
export const placement = canPin
  ? 'server pinned on one core, load on another'
  : 'not pinned: taskset or a second core is missing, so server and load disturb each other'

/** A command line that runs on one core: the server on the first, the load on the second. */
export function pinned(role: 'server' | 'load', command: readonly string[]): [string, readonly string[]] {
  const [program = '', ...args] = canPin ? ['taskset', '-c', role === 'server' ? '0' : '1', ...command] : command
  return [program, args]
}
