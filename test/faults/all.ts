import { castingFaults } from './casting'
import { countingFaults } from './counting'
import type { Fault } from './fault'
import { rightsFaults } from './rights'
import { secrecyFaults } from './secrecy'

/** Every fault that is planted. */
export const faults: readonly Fault[] = [...countingFaults, ...castingFaults, ...rightsFaults, ...secrecyFaults]
