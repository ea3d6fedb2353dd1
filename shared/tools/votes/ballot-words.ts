import type { Method } from './methods'
import type { Allocation, Round } from './schema'

/** What a ballot puts on the options, as its method has it: `Shared intake 2, Bus passes 1`. */
export function allocationInWords({ method, options }: Pick<Round, 'method' | 'options'>, allocation: Allocation): string {
  const entries = options.flatMap(({ id, label }) => (Object.hasOwn(allocation, id) ? [{ label, value: allocation[id] ?? 0 }] : []))
  const sorted = method === 'rank' ? [...entries].sort((a, b) => a.value - b.value) : entries
  return sorted.map(({ label, value }) => entryInWords(method, label, value)).join(', ') || 'nothing'
}

function entryInWords(method: Method, label: string, value: number): string {
  switch (method) {
    case 'approval':
    case 'majority':
      return label
    case 'rank':
      return `${value}. ${label}`
    case 'matrix':
      return `${label} with impact ${Math.floor(value / 10)} and effort ${value % 10}`
    default:
      return `${label} ${value}`
  }
}
