import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'

const nameShownMs = 3_000

/** Shows a person's name beside their caret while it moves, and for 3 s after; then their initials. */
export function caretFlags(awareness: Awareness): Extension {
  return Extension.create({
    name: 'caretFlags',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('caretFlags'),
        view(view) {
          const cursors = new Map<number, string>()
          const timers = new Map<string, ReturnType<typeof setTimeout>>()

          function flag(personId: string, isMoving: boolean): void {
            for (const caret of view.dom.querySelectorAll<HTMLElement>('.drafts-caret')) {
              if (caret.dataset.person === personId) caret.classList.toggle('moving', isMoving)
            }
          }

          function follow(): void {
            for (const [clientId, state] of awareness.getStates()) {
              const cursor = JSON.stringify(state.cursor ?? null)
              const personId = String(state.user?.id ?? '')
              if (cursors.get(clientId) === cursor || clientId === awareness.clientID) continue
              cursors.set(clientId, cursor)
              clearTimeout(timers.get(personId))
              // After the caret itself was drawn.
              queueMicrotask(() => flag(personId, true))
              timers.set(
                personId,
                setTimeout(() => flag(personId, false), nameShownMs),
              )
            }
          }

          awareness.on('change', follow)
          return {
            destroy() {
              awareness.off('change', follow)
              for (const timer of timers.values()) clearTimeout(timer)
            },
          }
        },
      }),
    ],
  })
}
