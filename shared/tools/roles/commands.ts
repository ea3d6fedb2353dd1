import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId } from '../../doc/ids'
import { lastOrder, orderBetween, ordersAfter } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { charts, duties } from './collections'
import { contestedBy, holderOf, lettersOf, unknownLetters } from './letters'
import { mayHold, sortLetters } from './models'
import { chartModel } from './own'
import type { ChartId, Duty, DutyId } from './schema'
import { dutiesOf } from './selectors'

/** Adds a responsibility at the chart's end. */
export function addDuty(board: Y.Doc, actor: Actor, chartId: ChartId, label: string, group?: string): DutyId {
  const [id] = addDuties(board, actor, chartId, [{ label, group }])
  return id as DutyId // one in, one out
}

/** What may be said of a responsibility: its heading, the hours it takes and the skill it asks for. */
export type DutyFacts = Partial<Pick<Duty, 'group' | 'hoursPerMonth' | 'skill'>>

interface NewDuty extends DutyFacts {
  readonly label: string
}

/** Adds responsibilities at the chart's end, in one step. */
export function addDuties(board: Y.Doc, actor: Actor, chartId: ChartId, rows: readonly NewDuty[]): readonly DutyId[] {
  const orders = ordersAfter(
    lastOrder(
      duties
        .live(board)
        .all()
        .filter((duty) => duty.chartId === chartId),
    ),
    rows.length,
  )
  return board.transact(
    () =>
      rows.map((row, index) => {
        const id = newId('duty')
        duties.put(board, { id, chartId, label: row.label, ...factsOf(row), order: orders[index] ?? 'a0', cells: {}, claims: {} })
        return id
      }),
    commandOrigin('roles/add', actor),
  )
}

/** Words a responsibility anew, puts it under another heading, or says what it takes. */
export function editDuty(board: Y.Doc, actor: Actor, id: DutyId, changes: DutyFacts & Partial<Pick<Duty, 'label'>>): boolean {
  return board.transact(() => duties.patch(board, id, changes), commandOrigin('roles/edit', actor))
}

/** Moves a responsibility one place up or down among the rows of its heading. False at the end. */
export function moveDuty(board: Y.Doc, actor: Actor, id: DutyId, step: -1 | 1): boolean {
  const duty = duties.live(board).get(id)
  if (!duty) return false
  const rows = dutiesOf(duties.live(board).all(), duty.chartId).filter(({ group }) => group === duty.group)
  const at = rows.findIndex((row) => row.id === id)
  const target = at + step
  if (at < 0 || target < 0 || target >= rows.length) return false
  const [before, after] = step < 0 ? [rows[target - 1], rows[target]] : [rows[target], rows[target + 1]]
  const order = orderBetween(before?.order ?? null, after?.order ?? null)
  return board.transact(() => duties.patch(board, id, { order }), commandOrigin('roles/move', actor))
}

/** Takes a responsibility out of the chart; it can be put back with all its letters. */
export function removeDuty(board: Y.Doc, actor: Actor, id: DutyId, nowMs: number): boolean {
  return board.transact(() => duties.patch(board, id, { removedAtMs: nowMs }), commandOrigin('roles/remove', actor))
}

export function restoreDuty(board: Y.Doc, actor: Actor, id: DutyId): boolean {
  return board.transact(() => duties.patch(board, id, { removedAtMs: undefined }), commandOrigin('roles/restore', actor))
}

/** What a cell is to hold: letters of the row's model; none clears it. */
export interface CellChange {
  readonly dutyId: DutyId
  readonly party: string
  readonly letters: readonly string[]
}

/**
 * Writes one cell. The once-only letter is assigned: its partner becomes the holder and the other claims that are
 * visible here are settled by it. Claims made elsewhere at the same time stay and show as contested.
 *
 * @returns false when the row is gone, or the letters do not exist or may not stand together in this model
 */
export function setCell(board: Y.Doc, actor: Actor, { dutyId, party, letters }: CellChange, nowMs: number): boolean {
  const duty = duties.live(board).get(dutyId)
  if (!duty) return false
  const model = chartModel(charts.live(board).get(duty.chartId))
  const known = sortLetters(model, letters)
  if (known.length !== new Set(letters).size || !mayHold(model, known)) return false
  board.transact(
    () => {
      if (known.includes(model.once)) claim(board, actor, duty, party, nowMs)
      else release(board, actor, duty, party, nowMs)
      writeTyped(
        board,
        dutyId,
        party,
        known.filter((letter) => letter !== model.once),
      )
    },
    commandOrigin('roles/set-cell', actor),
  )
  return true
}

/** Hands what one partner has in a row to another, whose own letters give way where both cannot stand together. */
export function handOver(board: Y.Doc, actor: Actor, dutyId: DutyId, from: string, to: string, nowMs: number): boolean {
  const duty = duties.live(board).get(dutyId)
  if (!duty || from === to) return false
  const model = chartModel(charts.live(board).get(duty.chartId))
  const handed = lettersOf(duty, from, model)
  if (handed.length === 0) return false
  const together = sortLetters(model, [...handed, ...lettersOf(duty, to, model)])
  const letters = mayHold(model, together) ? together : handed
  board.transact(
    () => {
      // The giving comes last: both read the row as it was, and the holder is whom the last one names.
      setCell(board, actor, { dutyId, party: from, letters: [] }, nowMs)
      setCell(board, actor, { dutyId, party: to, letters }, nowMs)
    },
    commandOrigin('roles/hand-over', actor),
  )
  return true
}

/** Leaves a letter that was given to several with one partner, and takes it from the others. */
export function keepOnly(board: Y.Doc, actor: Actor, dutyId: DutyId, party: string, letter: string, nowMs: number): boolean {
  const duty = duties.live(board).get(dutyId)
  if (!duty) return false
  const model = chartModel(charts.live(board).get(duty.chartId))
  if (letter === model.once) return assign(board, actor, dutyId, party, nowMs)
  const others = Object.entries(duty.cells).filter(([other, held]) => other !== party && held.split('/').includes(letter))
  board.transact(
    () => {
      for (const [other, held] of others) {
        const left = held.split('/').filter((each) => each !== letter)
        writeTyped(board, dutyId, other, left)
      }
    },
    commandOrigin('roles/keep-only', actor),
  )
  return true
}

/** Takes the letters that mean nothing in the row's model out of a row. */
export function clearUnknown(board: Y.Doc, actor: Actor, dutyId: DutyId): boolean {
  const duty = duties.live(board).get(dutyId)
  if (!duty) return false
  const model = chartModel(charts.live(board).get(duty.chartId))
  board.transact(
    () => {
      for (const [party, held] of Object.entries(duty.cells)) {
        const unknown = unknownLetters(duty, party, model)
        if (unknown.length === 0) continue
        const left = held.split('/').filter((letter) => !unknown.includes(letter))
        writeTyped(board, dutyId, party, left)
      }
    },
    commandOrigin('roles/clear-unknown', actor),
  )
  return true
}

/** Gives the once-only letter to one partner and settles the claims of all others. Its other letters stay if they may. */
export function assign(board: Y.Doc, actor: Actor, dutyId: DutyId, party: string, nowMs: number): boolean {
  const duty = duties.live(board).get(dutyId)
  if (!duty) return false
  const model = chartModel(charts.live(board).get(duty.chartId))
  const typed = duty.cells[party]?.split('/') ?? []
  const kept = mayHold(model, [model.once, ...typed]) ? typed : []
  return setCell(board, actor, { dutyId, party, letters: [model.once, ...kept] }, nowMs)
}

/** One row of an import that was read and confirmed. */
export interface DutyImport extends NewDuty {
  /** The responsibility that the row is about; absent for a new one. */
  readonly id?: DutyId
  /** Letters by partner; several partners may have the once-only letter, the first holds it and the others are contested. */
  readonly letters: ReadonlyMap<string, readonly string[]>
}

/** What one update may hold with room to spare; a letter is one entry. Source: the gate's limit of 20 000. */
const entriesPerStep = 8_000

/**
 * Adds new rows and fills known ones: a cell of the file replaces the chart's, an empty one keeps it. Large charts go in several transactions,
 * each small enough for the wire; the caller makes them one undo step.
 */
export function importDuties(board: Y.Doc, actor: Actor, chartId: ChartId, rows: readonly DutyImport[], nowMs: number): void {
  const model = chartModel(charts.live(board).get(chartId))
  for (const step of inSteps(rows)) {
    board.transact(
      () => {
        const added = addDuties(
          board,
          actor,
          chartId,
          step.filter(({ id }) => !id),
        )
        let next = 0
        for (const row of step) {
          const id = row.id ?? (added[next++] as DutyId) // as many ids as rows without one
          if (row.id) duties.patch(board, id, factsOf(row))
          fillRow(board, actor, id, row.letters, model.once, nowMs)
        }
      },
      commandOrigin('roles/import', actor),
    )
  }
}

/** What is said; what is not said says nothing of a row that is there already. */
function factsOf({ group, hoursPerMonth, skill }: DutyFacts): DutyFacts {
  return { ...(group ? { group } : {}), ...(hoursPerMonth === undefined ? {} : { hoursPerMonth }), ...(skill ? { skill } : {}) }
}

function inSteps(rows: readonly DutyImport[]): DutyImport[][] {
  const steps: DutyImport[][] = []
  let entries = entriesPerStep
  for (const row of rows) {
    entries += row.letters.size + 10
    if (entries > entriesPerStep) {
      steps.push([])
      entries = row.letters.size + 10
    }
    steps[steps.length - 1]?.push(row)
  }
  return steps
}

function fillRow(
  board: Y.Doc,
  actor: Actor,
  id: DutyId,
  letters: ReadonlyMap<string, readonly string[]>,
  once: string,
  nowMs: number,
): void {
  const before = duties.get(board, id)
  const claiming = [...letters].filter(([, held]) => held.includes(once)).map(([party]) => party)
  if (claiming.length > 0) {
    const [holder] = claiming
    if (holder !== undefined) duties.patch(board, id, { holder, holderBy: { party: holder, id: actor.id, atMs: nowMs } })
    for (const party of Object.keys(before?.claims ?? {})) if (!claiming.includes(party)) duties.removeEntry(board, id, 'claims', party)
    for (const party of claiming) if (!(party in (before?.claims ?? {}))) duties.putEntry(board, id, 'claims', party, nowMs)
  } else {
    for (const [party, held] of letters) {
      const duty = duties.get(board, id)
      if (duty && held.length > 0 && party in duty.claims) release(board, actor, duty, party, nowMs)
    }
  }
  for (const [party, held] of letters) {
    const typed = held.filter((letter) => letter !== once)
    if (held.length > 0) writeTyped(board, id, party, typed)
  }
}

function claim(board: Y.Doc, actor: Actor, duty: Duty, party: string, nowMs: number): void {
  const others = Object.keys(duty.claims).filter((each) => each !== party)
  if (duty.holder === party && party in duty.claims && others.length === 0) return
  for (const other of others) duties.removeEntry(board, duty.id, 'claims', other)
  // A claim is always a fresh entry, so that somebody who settles the old one meanwhile does not settle this one too.
  const atMs = Math.max(nowMs, (duty.claims[party] ?? 0) + 1)
  duties.putEntry(board, duty.id, 'claims', party, atMs)
  duties.patch(board, duty.id, { holder: party, holderBy: { party, id: actor.id, atMs } })
}

/** Takes the once-only letter from a partner; a contested claim that remains then stands. */
function release(board: Y.Doc, actor: Actor, duty: Duty, party: string, nowMs: number): void {
  duties.removeEntry(board, duty.id, 'claims', party)
  if (holderOf(duty) !== party) return
  const claims = Object.fromEntries(contestedBy(duty).map((other) => [other, duty.claims[other] ?? 0]))
  const next = holderOf({ claims })
  duties.patch(board, duty.id, { holder: next, holderBy: next === undefined ? undefined : { party: next, id: actor.id, atMs: nowMs } })
}

function writeTyped(board: Y.Doc, dutyId: DutyId, party: string, typed: readonly string[]): void {
  if (typed.length === 0) duties.removeEntry(board, dutyId, 'cells', party)
  else duties.putEntry(board, dutyId, 'cells', party, typed.join('/'))
}
