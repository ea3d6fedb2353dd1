import { belongsTo } from '../../../../shared/tools/votes/partition'
import { heldUpBy } from '../../../../shared/tools/votes/required'
import type { RoundResult } from '../../../../shared/tools/votes/schema'
import type { Participant } from '../../../../shared/workshop/schema'
import type { Said } from './CheckReasons'

/** The reasons of those who hold a check up, and those of all others; a secret check knows no difference. */
export function heldFirst(
  { answers, reasons = [], verdict }: Pick<RoundResult, 'answers' | 'reasons' | 'verdict'>,
  byId: ReadonlyMap<string, Participant>,
): readonly [held: readonly Said[], others: readonly Said[]] {
  const said: readonly Said[] = (answers ?? reasons).filter(({ reason }) => reason)
  const held = heldUpBy(verdict)
  const isHeld = ({ participantId = '' }: Said) => held.some((each) => belongsTo(byId.get(participantId) ?? {}, each))
  return [said.filter(isHeld), said.filter((each) => !isHeld(each))]
}
