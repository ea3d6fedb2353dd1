import { useEffect, useState } from 'react'
import type { BodyOf, ResultOf } from '../../../shared/http/endpoint'
import { WorkshopError } from '../../../shared/http/problem'
import { entranceContract } from '../../../shared/workshop/entrance-contract'
import { call } from '../../api/call'
import { refusalWords } from './refusal-words'

export type Lobby = ResultOf<typeof entranceContract.lobby>

/** What somebody holds when they come to the door. */
export interface Ticket {
  readonly code?: string | undefined
  readonly workshopId?: string | undefined
  /** What stood after `#k=`. */
  readonly linkKey?: string | undefined
}

/** What the door says. */
export type DoorState =
  | { readonly state: 'looking' }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'unreachable'; readonly message: string }
  /** `seatedAs`: who sits at this device already, where an invite is for somebody by name. */
  | { readonly state: 'open'; readonly lobby: Lobby; readonly secret: Secret; readonly seatedAs?: string }
  /** This device has a seat, old or brought back by the link. */
  | { readonly state: 'seated'; readonly workshopId: string }

/** What is sent to come in; sent again as it is by whoever waits. */
export type JoinRequest = BodyOf<typeof entranceContract.join>

export type Secret = { readonly code: string } | { readonly key: string }

/** Knocks with a ticket; `knockAgain` tries once more. */
export function useDoor({ code, workshopId, linkKey }: Ticket): { readonly door: DoorState; readonly knockAgain: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [door, setDoor] = useState<DoorState>({ state: 'looking' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another knock
  useEffect(() => {
    let here = true
    setDoor({ state: 'looking' })
    knock({ code, workshopId, linkKey }).then(
      (answer) => {
        if (here) setDoor(answer)
      },
      (error: unknown) => {
        if (here) setDoor({ state: isFinal(error) ? 'refused' : 'unreachable', message: refusalWords(error) })
      },
    )
    return () => {
      here = false
    }
  }, [code, workshopId, linkKey, attempt])

  return { door, knockAgain: () => setAttempt((count) => count + 1) }
}

async function knock({ code, workshopId, linkKey }: Ticket): Promise<DoorState> {
  if (workshopId !== undefined && linkKey !== undefined) return knockWithLink(workshopId, linkKey)
  if (code === undefined) return { state: 'refused', message: 'Open the link you were given, or type the six-digit code.' }
  const found = await call(entranceContract.lookUp, { body: { code } })
  const [seatedAs, lobby] = await Promise.all([nameAtThisDevice(found.workshopId), readLobby(found.workshopId, { code })])
  return seatedAs !== undefined ? { state: 'seated', workshopId: found.workshopId } : { state: 'open', secret: { code }, lobby }
}

async function knockWithLink(workshopId: string, key: string): Promise<DoorState> {
  const lobby = await readLobby(workshopId, { key })
  if (lobby.personal) {
    await call(entranceContract.session, { params: { id: workshopId }, body: { key } })
    return { state: 'seated', workshopId }
  }
  const seatedAs = await nameAtThisDevice(workshopId)
  if (seatedAs === undefined) return { state: 'open', secret: { key }, lobby }
  return lobby.invited ? { state: 'open', secret: { key }, lobby, seatedAs } : { state: 'seated', workshopId }
}

function readLobby(workshopId: string, secret: Secret): Promise<Lobby> {
  return call(entranceContract.lobby, { params: { id: workshopId }, body: secret })
}

/** Who sits at this device; undefined when nobody does. */
async function nameAtThisDevice(workshopId: string): Promise<string | undefined> {
  const { workshops } = await call(entranceContract.seats, {})
  return workshops.find((seat) => seat.workshopId === workshopId)?.name
}

function isFinal(error: unknown): boolean {
  return error instanceof WorkshopError && !error.kind.retry
}
