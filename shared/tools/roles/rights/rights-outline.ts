import { blocksText } from '../../../doc/canonical-text'
import { dayInWords } from '../../../doc/day'
import { type Block, type Cell, type OutlineSection, plain } from '../../../doc/outline'
import { plural } from '../../../doc/words'
import type { AgreedText, Fill } from '../../tool'
import type { DecisionRight, RightLevel } from './right-schema'
import { openAbout, rightLevels, rightsOf, shareInWords } from './rights'

/** The chapter on who decides what, at which level; nothing while no kind of decision is on the list. */
export function rightsOutline(all: readonly DecisionRight[], agreed: readonly AgreedText[] = []): readonly OutlineSection[] {
  const rights = rightsOf(all)
  if (rights.length === 0) return []
  const open = openRights(rights)
  const status: Block = { type: 'paragraph', text: plain(agreedInWords(all, agreed)), style: 'meta' }
  const blocks: Block[] = [rightsTable(rights), status, ...(open.length === 0 ? [] : [heading('What is still open'), list(open)])]
  return [{ part: 'roles', title: 'Who decides what', blocks }]
}

/** Whether the group has agreed to the list as it is now, for example `Agreed on 24 November 2026, in “Who decides what”.` */
export function agreedInWords(all: readonly DecisionRight[], agreed: readonly AgreedText[]): string {
  const table = blocksText([rightsTable(rightsOf(all))])
  const own = agreed.filter(({ from }) => from.includes(fillName)).sort((a, b) => b.atMs - a.atMs)
  const now = own.find(({ text }) => text.includes(table))
  if (now) return `Agreed on ${dayInWords(now.atMs)}, in “${now.title}”.`
  const [last] = own
  return last ? `Changed since it was agreed on ${dayInWords(last.atMs)}, in “${last.title}”.` : 'The group has not agreed to this yet.'
}

const fillName = 'decisionRights'

/** The same for a text that is put together. */
export function rightsFills(all: readonly DecisionRight[]): readonly Fill[] {
  const rights = rightsOf(all)
  if (rights.length === 0) return []
  const words = `the list of ${plural(rights.length, 'kind of decision', 'kinds of decision')}`
  return [{ from: fillName, words, blocks: [rightsTable(rights)], open: openRights(rights) }]
}

/** A level that has to do with nothing has no column; state and local always have theirs. */
function rightsTable(rights: readonly DecisionRight[]): Block {
  const isUsed = (level: RightLevel) => level === 'state' || level === 'local' || rights.some(({ shares }) => shares[level] !== undefined)
  const shown = rightLevels.filter(({ id }) => isUsed(id))
  return {
    type: 'table',
    head: ['Decision', ...shown.map(({ label }) => label), 'Who decides', 'Who is asked before'].map(plain),
    rows: rights.map((right): Cell[] =>
      [right.decision, ...shown.map(({ id }) => shareInWords(right, id)), right.decider ?? '', right.consulted ?? ''].map(plain),
    ),
  }
}

function openRights(rights: readonly DecisionRight[]): readonly string[] {
  return rights.flatMap((right) => openAbout(right).map((words) => `${right.decision}: ${words}`))
}

function heading(text: string): Block {
  return { type: 'heading', level: 3, text: plain(text) }
}

function list(items: readonly string[]): Block {
  return { type: 'list', ordered: false, items: items.map((text) => ({ blocks: [{ type: 'paragraph', text: plain(text) }] })) }
}
