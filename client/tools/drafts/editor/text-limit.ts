import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { limits } from '../../../../shared/sync/limits'

/** Below so many positions no text is worth measuring. */
const surelyFits = 10_000

/**
 * Refuses whole, before it is in the document, what would make a wording longer than the server takes: at most so many
 * characters, and never more than fits into one update, since a change to all of it is one.
 *
 * @param onRefused is told why, in words for the person
 */
export function textLimit(onRefused: (why: string) => void): Extension {
  return Extension.create({
    name: 'textLimit',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('textLimit'),
        filterTransaction(transaction, { doc: before }) {
          const { doc, docChanged } = transaction
          if (!docChanged || doc.content.size <= Math.max(surelyFits, before.content.size)) return true
          // What others wrote is in already.
          if (transaction.getMeta(ySyncPluginKey)?.isChangeOrigin) return true
          const why = problemOf(doc)
          if (why !== undefined) onRefused(why)
          return why === undefined
        },
      }),
    ],
  })
}

const mostCharacters: number = limits.draftText

/** What to say of a text that is too long to be brought in; undefined while it may fit. */
export function lengthRefusal(characters: number, lines = 1): string | undefined {
  if (lines * bytesPerLine > limits.updateBytes) return tooMuch
  if (characters <= mostCharacters) return undefined
  return `Not brought in: the wording would have ${characters.toLocaleString('en')} characters, and it holds ${mostCharacters.toLocaleString('en')}. ${unchanged}`
}

const unchanged = 'The draft is as it was, and what you copied is still on the clipboard.'

function problemOf(doc: Node): string | undefined {
  const tooLong = lengthRefusal(doc.textContent.length)
  if (tooLong !== undefined) return tooLong
  return updateBytesOf(doc) <= limits.updateBytes ? undefined : tooMuch
}

const tooMuch = `Not brought in: that is more lines and formatting than one wording holds. Bring in less, or paste it without formatting. ${unchanged}`

/** What a part of the text takes up at most in an update. */
export function updateBytesOf(node: Node): number {
  if (node.isText) return utf8Bytes(node.text ?? '') + node.marks.reduce((sum, { attrs }) => sum + 2 * bytesOfAttributes(attrs), framing)
  let bytes = framing + bytesOfAttributes(node.attrs)
  node.forEach((child) => {
    bytes += updateBytesOf(child)
  })
  return bytes
}

/** An update's own words about one element, one run of letters, or one end of a mark. */
const framing = 32

/** A paragraph, its attributes, its letters. */
const bytesPerLine = 3 * framing

function bytesOfAttributes(attributes: Readonly<Record<string, unknown>>): number {
  const set = Object.values(attributes).filter((value) => value !== null).length
  return framing * (set + 1) + JSON.stringify(attributes).length
}

const encoder = new TextEncoder()

function utf8Bytes(text: string): number {
  return encoder.encode(text).byteLength
}
