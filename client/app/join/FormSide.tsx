import { lazy, Suspense, useState } from 'react'
import { readIntroduction } from './introduction'
import { JoinForm } from './JoinForm'
import type { JoinRequest, Lobby, Secret } from './use-door'

const AtTheDoor = lazy(async () => ({ default: (await import('./AtTheDoor')).AtTheDoor }))
const SeatedAlready = lazy(async () => ({ default: (await import('./SeatedAlready')).SeatedAlready }))

interface FormSideProps {
  readonly lobby: Lobby
  readonly secret: Secret
  /** Who sits at this device already; asked only of those who hold an invite. */
  readonly seatedAs: string | undefined
  readonly onSeated: (workshopId: string) => void
  /** The door is not kept as it was: look again. */
  readonly onChanged: () => void
}

/** The side of the page where one sits down: the form, the wait at the door, or the seat that is there already. */
export function FormSide({ lobby, secret, seatedAs, onSeated, onChanged }: FormSideProps) {
  const [asked, setAsked] = useState(() => (lobby.isWaiting ? rememberedRequest(secret) : undefined))
  const { workshopId } = lobby
  return (
    <section className="join-formside">
      <Suspense fallback={null}>
        {seatedAs !== undefined && lobby.invited ? (
          <SeatedAlready workshopId={workshopId} invitedName={lobby.invited.name} seatedAs={seatedAs} secret={secret} onSeated={onSeated} />
        ) : asked ? (
          <AtTheDoor workshopId={workshopId} request={asked} onSeated={onSeated} onChanged={onChanged} />
        ) : (
          <JoinForm lobby={lobby} secret={secret} onSeated={onSeated} onWaiting={setAsked} />
        )}
      </Suspense>
    </section>
  )
}

/** A page that was loaded again while its person waits; the server kept what they said of themselves. */
function rememberedRequest(secret: Secret): JoinRequest | undefined {
  const { name } = readIntroduction()
  return name === '' ? undefined : { ...secret, name }
}
