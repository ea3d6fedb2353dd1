import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { plural } from '../../../../shared/doc/words'
import { inertMarkup } from './inert-markup'
import { cleanedPaste } from './pasted-html'
import { lengthRefusal } from './text-limit'

/**
 * Takes in what is pasted or dropped as a wording may have it.
 *
 * @param tell says one thing to the person: what stayed out, or why nothing came in
 */
export function pasting(tell: (message: string, refused: boolean) => void): Extension {
  return Extension.create({
    name: 'pasting',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('pasting'),
        props: {
          handleDOMEvents: {
            paste(_view, event) {
              // Words alone are counted: to read all of a long page's markup would take longer than to say no.
              const text = event.clipboardData?.getData('text/plain') ?? ''
              const why = lengthRefusal(text.replace(/\s+/g, ' ').length, text.split('\n').length)
              if (why === undefined) return false
              event.preventDefault()
              tell(why, true)
              return true
            },
          },
          transformPastedHTML(html) {
            // From an editor of ours: it has nothing that a wording may not have, and ticks that only it writes.
            const inert = inertMarkup(html)
            if (/\bdata-pm-slice=/.test(html)) return inert
            const { html: clean, pictures } = cleanedPaste(new DOMParser().parseFromString(inert, 'text/html'))
            if (pictures > 0) tell(`The words are in. ${plural(pictures, 'picture')} stayed out: a wording holds none.`, false)
            return clean
          },
        },
      }),
    ],
  })
}
