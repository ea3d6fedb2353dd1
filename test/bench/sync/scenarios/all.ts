import { burst } from './burst'
import { busy } from './busy'
import { cursors } from './cursors'
import { hostile } from './hostile'
import { joinEdits, joinLarge } from './join'
import { loss } from './loss'
import { rooms } from './rooms'
import type { Scenario } from './scenario'
import { touched } from './touched'

/** Every scenario, in the order of the table. */
export const scenarios: readonly Scenario[] = [burst, busy, rooms, joinEdits, joinLarge, cursors, loss, hostile, touched]
