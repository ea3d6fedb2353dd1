import { burst } from './burst'
import { busy } from './busy'
import { cursors } from './cursors'
import { joinEdits, joinLarge } from './join'
import { loss } from './loss'
import { rooms } from './rooms'
import type { Scenario } from './scenario'

/** Every scenario, in the order of the table. */
export const scenarios: readonly Scenario[] = [burst, busy, rooms, joinEdits, joinLarge, cursors, loss]
