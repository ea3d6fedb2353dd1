import * as Y from 'yjs'

/** One character that a wording has, or had as far as this replica remembers. */
export interface Letter {
  readonly id: Y.ID
  readonly character: string
  readonly line: Y.XmlText
  readonly isThere: boolean
  /** What undo brought in its place. */
  readonly redone: Y.ID | undefined
}

/** Every line that a wording has or had, in reading order. */
export function linesEver(node: Y.XmlFragment): readonly Y.XmlText[] {
  const lines: Y.XmlText[] = []
  for (let item = node._start; item; item = item.right) {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : undefined
    if (type instanceof Y.XmlText) lines.push(type)
    else if (type instanceof Y.XmlElement) lines.push(...linesEver(type))
  }
  return lines
}

/** The characters of such a line, deleted ones among the others. */
export function lettersEver(line: Y.XmlText): readonly Letter[] {
  const letters: Letter[] = []
  for (let item = line._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (const [at, character] of item.content.str.split('').entries()) {
      const redone = item.redone ? Y.createID(item.redone.client, item.redone.clock + at) : undefined
      letters.push({ id: Y.createID(client, clock + at), character, line, isThere: !item.deleted, redone })
    }
  }
  return letters
}

/** The lines that a transaction took out of a document. */
export function linesTakenOut(transaction: Y.Transaction): readonly Y.XmlText[] {
  const lines: Y.XmlText[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType) || !isOlder(struct.id, transaction)) return
    const { type } = struct.content
    if (type instanceof Y.XmlText) lines.push(type)
  })
  return lines
}

/** Whether something was there when a transaction began. */
export function isOlder({ client, clock }: Y.ID, { beforeState }: Pick<Y.Transaction, 'beforeState'>): boolean {
  return clock < (beforeState.get(client) ?? 0)
}
