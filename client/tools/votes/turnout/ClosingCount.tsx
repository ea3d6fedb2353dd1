import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Chip } from '../../../ui/Chip'
import { useSecondsLeft } from './use-seconds-left'

/** Says that the vote closes now and how long ballots are still taken. */
export function ClosingCount({ round }: { readonly round: Round }) {
  const { serverNow } = useWorkshop()
  const seconds = useSecondsLeft(round.state === 'closing' ? round.closesAtMs : undefined, serverNow)
  if (round.state !== 'closing') return null
  return <Chip tone="warn">{seconds > 0 ? `Closing in ${seconds} s` : 'Counting…'}</Chip>
}
