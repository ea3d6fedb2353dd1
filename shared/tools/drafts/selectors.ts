import type * as Y from 'yjs'
import { byOrder } from '../../doc/order'
import type { Block } from '../../doc/outline'
import { fragmentBlocks } from '../../doc/rich-text'
import type { AgendaStep } from '../../workshop/schema'
import { bodyRoot, drafts } from './collections'
import type { AdoptedStatement, Adoption, Statement, StatementKind, StatementState } from './schema'

/** One statement through its life: the text in force, the draft being worked on, other wordings for it. */
export interface StatementLine {
  /** Id of the wording it is known by: the working draft's, else the adopted one's. */
  readonly id: string
  readonly kind: StatementKind
  readonly title: string
  readonly adopted?: AdoptedStatement
  /** Open or locked, and nobody's rival. */
  readonly working?: Statement
  /** Open or locked, oldest first. */
  readonly rivals: readonly Statement[]
}

/** Every statement that is being written or in force, in order. */
export function statementLines(all: readonly Statement[]): readonly StatementLine[] {
  const current = all.filter(({ minorityOf }) => minorityOf === undefined).sort(byOrder)
  const working = current.filter((draft) => isLive(draft) && draft.rivalOf === undefined)
  const revised = new Set(working.map((draft) => draft.revises))
  const settled = current.filter((draft): draft is AdoptedStatement => draft.state === 'adopted' && !revised.has(draft.id))
  const heads = [...working, ...settled].sort(byOrder)
  return heads.map((head) => lineOf(head, current))
}

function lineOf(head: Statement, all: readonly Statement[]): StatementLine {
  const { id, kind, title } = head
  if (head.state === 'adopted') return { id, kind, title, adopted: head, rivals: [] }
  const adopted = all.find((draft): draft is AdoptedStatement => draft.id === head.revises && draft.state === 'adopted')
  return { id, kind, title, ...(adopted ? { adopted } : {}), working: head, rivals: rivalsOf(all, id) }
}

/** Other wordings for a working draft, oldest first. */
export function rivalsOf(all: readonly Statement[], draftId: string): readonly Statement[] {
  return all.filter((draft) => draft.rivalOf === draftId && isLive(draft)).sort((a, b) => a.createdAtMs - b.createdAtMs || byOrder(a, b))
}

/** Wordings set aside, or replaced by a later version, latest first. */
export function retiredOf(all: readonly Statement[], kind: StatementKind): readonly Statement[] {
  return all
    .filter((draft) => draft.kind === kind && draft.state === 'retired' && draft.minorityOf === undefined)
    .sort((a, b) => b.createdAtMs - a.createdAtMs)
}

/** The line that an agenda step opens with: its own wording's, or what that wording became. */
export function lineOfStep(all: readonly Statement[], step: Pick<AgendaStep, 'subject'>): StatementLine | undefined {
  const lines = statementLines(all)
  const own = all.find((draft) => draft.id === step.subject?.id)
  if (!own) return undefined
  const family = familyOf(all, own)
  return lines.find((line) => [line.working, line.adopted].some((draft) => draft && family.has(draft.id)))
}

/** A wording, its rivals, and every earlier and later version of any of them. */
export function familyOf(all: readonly Statement[], start: Statement): ReadonlySet<string> {
  const family = new Set<string>([start.id])
  for (let grown = -1; grown !== family.size; ) {
    grown = family.size
    for (const draft of all) {
      const kin = [draft.rivalOf, draft.revises].filter((id) => id !== undefined)
      if (family.has(draft.id)) for (const id of kin) family.add(id)
      else if (kin.some((id) => family.has(id))) family.add(draft.id)
    }
  }
  return family
}

/** Wordings that go aside when `adopted` is adopted: the others of its family still open, and the version before it. */
export function replacedBy(all: readonly Statement[], adopted: Statement): readonly Statement[] {
  const rootId = adopted.rivalOf ?? adopted.id
  const root = all.find((draft) => draft.id === rootId)
  const siblings = all.filter((draft) => draft.id !== adopted.id && isLive(draft) && (draft.id === rootId || draft.rivalOf === rootId))
  const before = all.filter((draft) => draft.id === root?.revises && draft.state === 'adopted')
  return [...siblings, ...before]
}

/** Whether a wording can still be worked on. */
export function isLive(draft: Statement): boolean {
  return draft.state === 'open' || draft.state === 'locked'
}

/** A wording's state for the rights on its document; undefined when there is no such wording. */
export function draftStateIn(record: Y.Doc, draftId: string): StatementState | undefined {
  return drafts.live(record).get(draftId)?.state
}

/** The blocks of a draft's own document. */
export function bodyBlocks(draftDoc: Y.Doc): readonly Block[] {
  return fragmentBlocks(draftDoc.getXmlFragment(bodyRoot))
}

/** The blocks of an adoption or a version. Only the server writes them, from this same model. */
export function keptBlocks({ blocksJson }: Pick<Adoption, 'blocksJson'>): readonly Block[] {
  return JSON.parse(blocksJson) as readonly Block[]
}
