import { Eye, EyeOff, MonitorUp } from 'lucide-react'
import { useId, useState } from 'react'
import { contract } from '../../../../shared/tools/votes/contract'
import type { Reveal, Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Button } from '../../../ui/Button'
import { Segmented } from '../../../ui/Segmented'
import { useAct } from '../use-act'
import { isRevealing, roomPlaces } from './places'

const orders = [
  { value: 'last', label: 'Last place first' },
  { value: 'first', label: 'First place first' },
] as const satisfies readonly { value: Reveal['from']; label: string }[]

/** For facilitators: the room display shows the places one by one, as they say. */
export function RevealControls({ round }: { readonly round: Round }) {
  const { workshopId } = useWorkshop().actor
  const [order, setOrder] = useState<Reveal['from']>('last')
  const { busy, run } = useAct()
  const helpId = useId()
  const places = roomPlaces(round.result?.options ?? [])
  const { reveal } = round
  if (places.length < 2) return null

  async function show(next: Reveal) {
    const params = { id: workshopId, roundId: round.id }
    const shown = await run(() => call(contract.revealRound, { params, body: next }))
    if (shown) announce(shownInWords(shown, places.length))
  }

  return (
    <section className="card votes-reveal" aria-labelledby={`${helpId}-head`}>
      <h2 className="h" id={`${helpId}-head`}>
        Room display
      </h2>
      {reveal && isRevealing(places, reveal) ? (
        <>
          <p className="meta">{shownInWords(reveal, places.length)}</p>
          <Button block Icon={Eye} busy={busy} onClick={() => void show({ ...reveal, shown: reveal.shown + 1 })}>
            Show the next place
          </Button>
          <Button block variant="ghost" Icon={MonitorUp} busy={busy} onClick={() => void show({ ...reveal, shown: places.length })}>
            Show all
          </Button>
        </>
      ) : (
        <>
          <Segmented label="Which place first" value={order} onChange={setOrder} options={orders} />
          <Button block Icon={EyeOff} busy={busy} aria-describedby={helpId} onClick={() => void show({ shown: 0, from: order })}>
            Reveal on the room display
          </Button>
          <p id={helpId} className="fine">
            The room display hides the places and shows them one by one when you say so. On their own devices people can look at all of them
            now.
          </p>
        </>
      )}
    </section>
  )
}

function shownInWords({ shown }: Reveal, places: number): string {
  if (shown >= places) return 'The room display shows all places.'
  return shown === 0 ? 'The room display hides all places.' : `The room display shows ${shown} of ${places} places.`
}
