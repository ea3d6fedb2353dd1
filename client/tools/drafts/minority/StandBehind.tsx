import { Check, Undo2 } from 'lucide-react'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { MinorityStatement } from '../../../../shared/tools/drafts/minority/minority'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { attempt } from '../attempt'
import type { Wording } from '../live-wording'

interface StandBehindProps {
  readonly minority: MinorityStatement
  readonly wording: Wording
}

/** Puts one's own name under exactly these words, or takes it back; nobody does it for another. */
export function StandBehind({ minority, wording }: StandBehindProps) {
  const { actor } = useWorkshop()
  const own = minority.minority.stands.find(({ participantId }) => participantId === actor.id)
  const isStanding = own?.textHash === wording.textHash
  const say = (stands: boolean) =>
    void attempt(() =>
      call(contract.standBehind, {
        params: { id: actor.workshopId, draftId: minority.id },
        body: { textHash: wording.textHash, stands },
      }),
    )
  return (
    <>
      {own && !isStanding ? (
        <p className="meta minority-changed">The words have changed since you stood behind them. Read them again.</p>
      ) : null}
      {isStanding ? (
        <Button size="sm" variant="ghost" Icon={Undo2} onClick={() => say(false)}>
          Take my name back
        </Button>
      ) : (
        <Button
          size="sm"
          variant="primary"
          Icon={Check}
          disabledReason={wording.text === '' ? 'There are no words yet.' : undefined}
          onClick={() => say(true)}
        >
          I stand behind this
        </Button>
      )}
    </>
  )
}
