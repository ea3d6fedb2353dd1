import type { ReactNode } from 'react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Actor } from '../../../shared/access/actor'
import { schemaVersion } from '../../../shared/sync/frames'
import { participants, workshops } from '../../../shared/workshop/collections'
import { useRecord } from '../../sync/use-live'
import type { ClientState, WorkshopClient } from '../../sync/workshop-client'
import type { DocsSources } from '../docs-sources'
import { DocsSourcesContext } from '../docs-sources'
import { KnocksProvider } from '../people/KnocksProvider'
import { PresenceContext } from '../presence-context'
import { Shell } from '../shell/Shell'
import { stageOf } from '../shell/StageHost'
import { useTools } from '../tools-context'
import type { WorkshopSession } from '../workshop-context'
import { WorkshopContext } from '../workshop-context'
import { ClientContext } from './client-context'
import type { Entrance } from './use-workshop-client'
import { useWorkshopClient } from './use-workshop-client'
import { Waiting } from './Waiting'

const Departed = lazy(async () => ({ default: (await import('./Departed')).Departed }))
const Merged = lazy(async () => ({ default: (await import('./Merged')).Merged }))
const NoSeat = lazy(async () => ({ default: (await import('./NoSeat')).NoSeat }))
const RoomDisplay = lazy(async () => ({ default: (await import('../room/RoomDisplay')).RoomDisplay }))

interface WorkshopPageProps {
  readonly workshopId: string
  /** A step, `log`, `document` or `room`; undefined means the step everybody is on. */
  readonly view: string | undefined
}

/** A workshop by its address: the way in, then its screens. */
export function WorkshopPage({ workshopId, view }: WorkshopPageProps) {
  const entrance = useWorkshopClient(workshopId)
  useStageAhead(entrance, view)
  if (entrance.state === 'loading') return <Waiting>Opening the workshop…</Waiting>
  if (entrance.state === 'unreachable') return <Waiting>The server cannot be reached just now. Trying again.</Waiting>
  if (entrance.state === 'no-seat') return <NoSeat workshopId={workshopId} message={entrance.message} />
  return <Inside entrance={entrance} view={view} />
}

/** Brings in the stage while the documents are on their way. */
function useStageAhead(entrance: Entrance, view: string | undefined): void {
  const tools = useTools()
  const answer = entrance.state === 'in' ? entrance.answer : undefined
  useEffect(() => {
    const step = answer?.agenda.find(({ id }) => id === (view ?? answer.stepId))
    const tool = step && tools[step.tool]
    if (tool)
      void stageOf(tool)
        .prepare()
        .catch(() => undefined) // Showing it asks again, and says what is wrong.
  }, [answer, view, tools])
}

interface InsideProps {
  readonly entrance: Extract<Entrance, { state: 'in' }>
  readonly view: string | undefined
}

function Inside({ entrance, view }: InsideProps) {
  const { client } = entrance
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client])
  const state = useSyncExternalStore(subscribe, () => client.state())
  // The words are asked for here, before the page that shows them has loaded and their field is gone.
  if (state.departure)
    return (
      <Departed workshopId={entrance.answer.workshopId} client={client} departure={state.departure} words={client.wordsAtDeparture()} />
    )
  if (!state.loaded) return <Waiting>Opening the workshop…</Waiting>
  return (
    <Session entrance={entrance} state={state}>
      {view === 'room' ? (
        <Suspense fallback={<Waiting>Opening the room display…</Waiting>}>
          <RoomDisplay />
        </Suspense>
      ) : (
        <Shell view={view} />
      )}
    </Session>
  )
}

interface SessionProps {
  readonly entrance: Extract<Entrance, { state: 'in' }>
  readonly state: ClientState
  readonly children: ReactNode
}

/** Sets up what every screen asks for: who I am, the documents, the people, the reading side. */
function Session({ entrance: { client, answer, clock }, state, children }: SessionProps) {
  const { record, board, boardAwareness } = state
  const docs = useDocsSources(client, state)
  const me = useRecord(participants, record, answer.me.participantId)
  const workshop = useRecord(workshops, record, answer.workshopId)
  const role = me?.role ?? answer.me.role
  const name = me?.name ?? ''
  const title = workshop?.title ?? answer.title

  // A fresh document, even a draft's, makes a new session, so that whoever holds an old room opens it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the generation stands for the documents that openRoom gives
  const session = useMemo<WorkshopSession>(() => {
    const actor: Actor = { workshopId: answer.workshopId, id: answer.me.participantId, role }
    return {
      actor,
      name,
      record,
      board,
      awareness: boardAwareness,
      title,
      outdated: answer.rooms.some(({ schema }) => schema > schemaVersion),
      serverNow: () => clock.now(),
      openRoom: (zone, id) => client.openRoom(zone, id),
    }
  }, [answer, role, name, record, board, boardAwareness, title, clock, client, state.generation])

  if (me?.mergedInto) return <Merged client={client} words={client.wordsAtDeparture()} />
  if (me?.removed)
    return (
      <Departed
        workshopId={answer.workshopId}
        client={client}
        departure={{ kind: 'not-found', message: 'The host has removed you from this workshop.' }}
        words={client.wordsAtDeparture()}
      />
    )
  return (
    <ClientContext value={client}>
      <WorkshopContext value={session}>
        <PresenceContext value={state.recordAwareness}>
          <DocsSourcesContext value={docs}>
            <KnocksProvider revision={workshop?.revision}>{children}</KnocksProvider>
          </DocsSourcesContext>
        </PresenceContext>
      </WorkshopContext>
    </ClientContext>
  )
}

function useDocsSources(client: WorkshopClient, { record, board }: ClientState): DocsSources {
  return useMemo(
    () => ({
      record,
      board,
      docAt: (path) => client.docAt(path),
      openDrafts: () => client.openDrafts(),
      subscribeDrafts: (listener) => client.subscribeRooms(listener),
    }),
    [client, record, board],
  )
}
