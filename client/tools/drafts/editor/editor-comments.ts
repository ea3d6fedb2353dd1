import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { anchoredSpans, spansOf, wordsAt } from '../../../../shared/tools/drafts/anchor'
import type { Anchor } from '../../../../shared/tools/drafts/comments/comment-schema'
import { type Span, wordingText } from '../../../../shared/tools/drafts/wording-text'
import { type CommentMarks, type MarkedThread, markClass } from '../comments/comment-marks'
import { rangesOf, runsOf, spanOf } from './prose-span'

export interface EditorComments {
  readonly marks: CommentMarks
  /** Somebody pressed a mark. */
  onOpen(threadId: string): void
  /** This editor moved the words of a thread into another block, where its anchor cannot follow. */
  onMoved(threadId: string, anchor: Anchor): void
}

interface Drawn {
  readonly marks: DecorationSet
  /** How the text last changed: by this editor's own hand, by its undo, or from elsewhere. */
  readonly change: 'typed' | 'undone' | 'received'
}

/** What the binding says of a transaction that brings the shared text in. */
interface SharedChange {
  readonly isChangeOrigin?: boolean
  /** It was this editor's own undo. */
  readonly isUndoRedoOperation?: boolean
}

const key = new PluginKey<Drawn>('comments')

/**
 * Marks the words that comments stand on. The marks are drawn over the text and are no part of it, so the wording
 * and its hash stay what they are.
 */
export function editorComments(body: Y.XmlFragment, { marks, onOpen, onMoved }: EditorComments): Extension {
  const draw = (doc: Node, change: Drawn['change']): Drawn => ({ marks: decorationsIn(doc, body, marks), change })

  function next(transaction: Transaction, before: Drawn): Drawn {
    // What was marked before stands nowhere when the editor takes over the shared text.
    const shared: SharedChange | undefined = transaction.getMeta(ySyncPluginKey)
    if (shared?.isChangeOrigin) return draw(transaction.doc, shared.isUndoRedoOperation ? 'undone' : 'received')
    if (transaction.getMeta(key)) return draw(transaction.doc, before.change)
    return transaction.docChanged ? { marks: before.marks.map(transaction.mapping, transaction.doc), change: 'typed' } : before
  }

  return Extension.create({
    name: 'comments',
    addProseMirrorPlugins: () => [
      new Plugin<Drawn>({
        key,
        state: { init: (_, { doc }) => draw(doc, 'received'), apply: next },
        props: {
          decorations: (state) => key.getState(state)?.marks,
          handleClick(view, pos) {
            const [pressed] = marksAt(view.state, pos)
            if (pressed) onOpen(threadIdOf(pressed))
            return false
          },
        },
        view(view) {
          const stop = marks.subscribe(() => view.dispatch(view.state.tr.setMeta(key, true)))
          return {
            // The binding's own view comes first, so the shared text has what was just typed.
            update(_, before) {
              if (before.doc !== view.state.doc) follow(view.state, body, marks.threads, onMoved)
            },
            destroy: stop,
          }
        },
      }),
    ],
  })
}

/** The open comment or proposal on the words that the caret stands in, with these words; undefined elsewhere. */
export function commentAtCaret(state: EditorState): { readonly id: string; readonly words: string } | undefined {
  const { empty, head } = state.selection
  const found = empty ? marksAt(state, head)[0] : undefined
  return found && { id: threadIdOf(found), words: state.doc.textBetween(found.from, found.to, ' ') }
}

function decorationsIn(doc: Node, body: Y.XmlFragment, marks: CommentMarks): DecorationSet {
  if (marks.threads.length === 0) return DecorationSet.empty
  const text = wordingText(body)
  const runs = runsOf(doc)
  const decorations = marks.threads.flatMap((thread) => {
    const attributes = thread.isQuiet
      ? {}
      : { nodeName: 'mark', class: markClass(thread.kind, thread.id === marks.active), 'data-thread': thread.id }
    return spansOf(text, thread)
      .flatMap((span) => rangesOf(runs, span))
      .map(({ from, to }) => Decoration.inline(from, to, attributes, { threadId: thread.id, isQuiet: thread.isQuiet }))
  })
  return DecorationSet.create(doc, decorations)
}

/** The marks at a place, shortest first: a comment on one word is not hidden by one on the sentence. */
function marksAt(state: EditorState, pos: number): readonly Decoration[] {
  const found = key.getState(state)?.marks.find(pos, pos, (spec) => !spec.isQuiet) ?? []
  return found.sort((a, b) => a.to - a.from - (b.to - b.from))
}

function threadIdOf({ spec }: Decoration): string {
  return (spec as { threadId: string }).threadId // as `decorationsIn` made it
}

/**
 * Takes threads along where their anchors cannot follow. The binding writes a line that was broken, joined or made a
 * heading anew, and an anchor in the old one holds on to nothing; what undo brings back are new characters, which
 * only this replica knows to be the old ones.
 */
function follow(state: EditorState, body: Y.XmlFragment, threads: readonly MarkedThread[], onMoved: EditorComments['onMoved']): void {
  const drawn = key.getState(state)
  const all = drawn?.marks.find() ?? []
  if (!drawn || drawn.change === 'received' || all.length === 0) return
  const text = wordingText(body)
  const runs = runsOf(state.doc)
  for (const { id, anchor } of threads) {
    const own = all.filter((each) => threadIdOf(each) === id).map((each) => spanOf(runs, each))
    if (!anchor || own.length === 0) continue
    const words = wordsAt(text, { from: Math.min(...own.map(({ from }) => from)), to: Math.max(...own.map(({ to }) => to)) })
    const isLeft =
      drawn.change === 'typed'
        ? lengthOf(own) > lengthOf(anchoredSpans(text, anchor))
        : JSON.stringify(words?.anchor.parts) !== JSON.stringify(anchor.parts)
    if (words && isLeft) onMoved(id, words.anchor)
  }
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}
