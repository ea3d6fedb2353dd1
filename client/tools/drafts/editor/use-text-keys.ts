import type { Editor } from '@tiptap/core'
import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Keys in the text that lead to its toolbar: Ctrl Alt K asks for a link, Alt F10 goes to the buttons. */
export function useTextKeys(editor: Editor, bar: RefObject<HTMLElement | null>, onLink: () => void): void {
  const link = useRef(onLink)
  link.current = onLink
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isLink = event.code === 'KeyK' && event.altKey && (event.ctrlKey || event.metaKey)
      const isBar = event.key === 'F10' && event.altKey
      // Asked only now: the toolbar may be on the page a moment before the text is.
      if (!(isLink || isBar) || !(event.target instanceof Node) || !editor.view.dom.contains(event.target)) return
      event.preventDefault()
      if (isLink) link.current()
      else bar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [editor, bar])
}
