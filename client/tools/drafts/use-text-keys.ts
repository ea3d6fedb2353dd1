import type { Editor } from '@tiptap/core'
import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Keys in the text that lead to its toolbar: Ctrl Alt K asks for a link, Alt F10 goes to the buttons. */
export function useTextKeys(editor: Editor, bar: RefObject<HTMLElement | null>, onLink: () => void): void {
  const link = useRef(onLink)
  link.current = onLink
  useEffect(() => {
    const { dom } = editor.view
    function press(event: KeyboardEvent) {
      const isLink = event.code === 'KeyK' && event.altKey && (event.ctrlKey || event.metaKey)
      const isBar = event.key === 'F10' && event.altKey
      if (!isLink && !isBar) return
      event.preventDefault()
      if (isLink) link.current()
      else bar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
    }
    dom.addEventListener('keydown', press)
    return () => dom.removeEventListener('keydown', press)
  }, [editor, bar])
}
