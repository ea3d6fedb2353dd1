import { Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { z } from 'zod'
import { joined } from '../../../../shared/doc/words'

/**
 * Tells who else is editing a paragraph when the person's own caret comes into it. Carets of others that move are
 * shown, never told.
 *
 * @param say for example `Ben and Amara are editing this paragraph.`
 */
export function whoIsHere(awareness: Awareness, ownId: string, say: (words: string) => void): Extension {
  return Extension.create({
    name: 'whoIsHere',
    addProseMirrorPlugins: () => [
      new Plugin<{ readonly line: number; readonly isEntered: boolean }>({
        key,
        state: {
          init: () => ({ line: -1, isEntered: false }),
          apply(transaction, before, _, { selection }) {
            const line = lineAt(selection.$head)
            // An edit of others, or a letter of one's own, moves a line; nobody has come into it.
            const isSame = line === (before.line < 0 ? before.line : transaction.mapping.map(before.line))
            const isOwn = transaction.selectionSet && !transaction.getMeta(ySyncPluginKey)?.isChangeOrigin
            return { line, isEntered: isOwn && !isSame }
          },
        },
        view: () => ({
          update({ state }, before) {
            if (state.selection.eq(before.selection) || !key.getState(state)?.isEntered) return
            const names = namesIn(state, awareness, ownId)
            if (names.length > 0) say(`${joined(names)} ${names.length === 1 ? 'is' : 'are'} editing this paragraph.`)
          },
        }),
      }),
    ],
  })
}

const key = new PluginKey<{ readonly line: number; readonly isEntered: boolean }>('whoIsHere')

/** Where the line begins that holds a place. */
function lineAt(place: ResolvedPos): number {
  return place.depth > 0 ? place.before() : -1
}

const Other = z.object({ user: z.object({ id: z.string(), name: z.string().min(1) }), cursor: z.object({ head: z.looseObject({}) }) })

/** Those whose caret stands in the same line, each once. */
function namesIn(state: EditorState, awareness: Awareness, ownId: string): string[] {
  const { binding, type, doc } = ySyncPluginKey.getState(state)
  const names = new Map<string, string>()
  for (const stated of awareness.getStates().values()) {
    const { success, data } = Other.safeParse(stated)
    if (!success || data.user.id === ownId) continue
    const at = relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(data.cursor.head), binding.mapping)
    if (at === null || at > state.doc.content.size) continue
    if (lineAt(state.doc.resolve(at)) === lineAt(state.selection.$head)) names.set(data.user.id, data.user.name)
  }
  return [...names.values()]
}
