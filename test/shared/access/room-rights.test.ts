import { describe, expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../../../shared/access/actor'
import { type DraftState, type RightsState, roomRight } from '../../../shared/access/room-rights'
import type { RoomRef } from '../../../shared/sync/room-name'

const workshopId = 'ws_1'
const actor = (role: Role): Actor => ({ workshopId, id: 'p_me', role })
const state = (draft: DraftState | undefined, more: Partial<RightsState> = {}): RightsState => ({
  lockedTools: new Set(),
  draftState: (id) => (id === 'draft_1' ? draft : undefined),
  ...more,
})
/** Rights in the order host, facilitator, contributor, voter, observer: w, r or a dash. */
const row = (ref: RoomRef, rights: RightsState) =>
  roles.map((role) => ({ write: 'w', read: 'r', none: '-' })[roomRight(actor(role), ref, rights)]).join('')
const draft: RoomRef = { workshopId, zone: 'draft', id: 'draft_1' }
const comments: RoomRef = { workshopId, zone: 'comments', id: 'draft_1' }

describe('the right on a room', () => {
  it.each([
    ['the record is written by nobody', { workshopId, zone: 'record' }, state(undefined), 'rrrrr'],
    ['the board is written by those who take part', { workshopId, zone: 'board' }, state(undefined), 'wwwrr'],
    ['an open wording is written by those who take part', draft, state('open'), 'wwwrr'],
    ['a locked wording is only read', draft, state('locked'), 'rrrrr'],
    ['an adopted wording is only read, by everybody', draft, state('adopted'), 'rrrrr'],
    ['an open wording is only read while its tool is locked', draft, state('open', { lockedTools: new Set(['drafts']) }), 'rrrrr'],
    ['a wording of some people is written by them alone, voters too', draft, state('open', { draftWriters: () => ['p_me'] }), 'wwwwr'],
    ['a wording of some people is only read by all others', draft, state('open', { draftWriters: () => ['p_other'] }), 'rrrrr'],
    ['a locked wording of some people is only read', draft, state('locked', { draftWriters: () => ['p_me'] }), 'rrrrr'],
    ['a wording that does not exist is nobody’s', draft, state(undefined), '-----'],
    ['comments are written by voters too, also on a locked wording', comments, state('locked'), 'wwwwr'],
    ['comments are written by observers where the workshop allows it', comments, state('open', { observersComment: true }), 'wwwww'],
    ['private notes are their owner’s, if that person takes part', { workshopId, zone: 'private', id: 'p_me' }, state(undefined), 'www--'],
    ['private notes are nobody else’s', { workshopId, zone: 'private', id: 'p_other' }, state(undefined), '-----'],
    ['another workshop is not there at all', { workshopId: 'ws_2', zone: 'record' }, state(undefined), '-----'],
  ] as const)('%s', (_rule, ref, rights, expected) => {
    expect(row(ref, rights)).toBe(expected)
  })
})
