import type * as Y from 'yjs'
import type { Actor } from '../../shared/access/actor'
import { type DraftState, isLockedFor, type RightsState, roomRight } from '../../shared/access/room-rights'
import { type RoomRef, recordRoom } from '../../shared/sync/room-name'
import type { AnyCollection, ToolDefinition } from '../../shared/tools/tool'
import { agenda, locks, participants, workshops } from '../../shared/workshop/collections'
import type { RoomHub } from './hub'
import type { Person, RoomRules, RootRule } from './rules'

/** How rights and rules are read from the live record; `hub` is late because rooms themselves ask. */
export interface StateSources {
  hub(): RoomHub
  readonly definitions: readonly ToolDefinition[]
}

/** The rules of every room, as the workshop's record stands at this moment. */
export function createRoomRules({ hub, definitions }: StateSources): RoomRules {
  const recordOf = (workshopId: string) => hub().peek(recordRoom(workshopId))?.document.doc
  const roots = rootsByZone(definitions)

  function draftStateIn(record: Y.Doc, draftId: string): DraftState | undefined {
    return definitions.map((tool) => tool.draftState?.(record, draftId)).find((state) => state !== undefined)
  }

  function rightsState(workshopId: string): RightsState {
    const record = recordOf(workshopId)
    return {
      lockedTools: new Set(
        record
          ? locks
              .live(record)
              .all()
              .map((lock) => lock.id)
          : [],
      ),
      draftState: (draftId) => record && draftStateIn(record, draftId),
      draftWriters: (draftId) =>
        record && definitions.map((tool) => tool.draftWriters?.(record, draftId)).find((writers) => writers !== undefined),
    }
  }

  function isToolLocked(workshopId: string, tool: string | undefined): boolean {
    const record = tool && recordOf(workshopId)
    return record ? locks.live(record).get(tool) !== undefined : false
  }

  return {
    person(workshopId, participantId): Person | undefined {
      const record = recordOf(workshopId)
      const found = record && participants.live(record).get(participantId)
      if (!found || found.removed) return undefined
      // A record room's name is its workshop's id, so the id has its shape.
      const actor: Actor = { workshopId: workshopId as Actor['workshopId'], id: found.id, role: found.role }
      return { actor, name: found.name, colour: found.colour }
    },
    access(ref, actor) {
      return { right: roomRight(actor, ref, rightsState(ref.workshopId)), refusal: isLockedFor(actor, ref) ? 'locked' : 'forbidden' }
    },
    roots: (ref) => roots[ref.zone],
    isLocked(ref, root) {
      const rule = roots[ref.zone].get(root)
      return ref.zone === 'board' && rule?.kind === 'records' && isToolLocked(ref.workshopId, rule.tool)
    },
    check({ workshopId, zone }, actor, touched, doc) {
      const record = recordOf(workshopId)
      // Whoever writes was found in the record, so it is open.
      if (!record) return 'This workshop is not open.'
      for (const each of touched) {
        for (const tool of definitions) {
          if (![...tool.board, ...(tool.private ?? []), ...(tool.comments ?? [])].some(({ name }) => name === each.collection)) continue
          const sentence = tool.check?.(actor, each, { zone, record, doc })
          if (sentence !== undefined) return sentence
        }
      }
      return undefined
    },
  }
}

type Roots = ReadonlyMap<string, RootRule>

function rootsByZone(definitions: readonly ToolDefinition[]): Readonly<Record<RoomRef['zone'], Roots>> {
  const records = (of: (tool: ToolDefinition) => readonly AnyCollection[]): [string, RootRule][] =>
    definitions.flatMap((tool) =>
      of(tool).map((collection): [string, RootRule] => [collection.name, { kind: 'records', collection, tool: tool.id }]),
    )
  const kernel = [workshops, agenda, participants, locks].map((collection): [string, RootRule] => [
    collection.name,
    { kind: 'records', collection },
  ])
  return {
    record: new Map([...kernel, ...records((tool) => tool.record)]),
    board: new Map(records((tool) => tool.board)),
    private: new Map(records((tool) => tool.private ?? [])),
    draft: new Map([['body', { kind: 'text' }]]),
    comments: new Map(records((tool) => tool.comments ?? [])),
  }
}
