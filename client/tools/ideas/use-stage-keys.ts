import { useEffect } from 'react'
import { letterKeyAllowed } from '../../ui/letter-key'
import { useStage } from './stage-context'

export type View = 'board' | 'list'

/** N, L and Ctrl K, wherever the focus is on this stage. */
export function useStageKeys(view: View, setView: (view: View) => void, isRefused: boolean): void {
  const { ui } = useStage()
  useEffect(() => {
    function key(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        ui.set({ finding: true })
      }
      if (!letterKeyAllowed(event)) return
      const letter = event.key.toLowerCase()
      if (letter === 'l') {
        event.preventDefault()
        setView(view === 'board' ? 'list' : 'board')
      }
      if (letter !== 'n' || isRefused) return
      event.preventDefault()
      setView('board')
      ui.set({ composingIn: null })
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.ideas-composer textarea, .ideas-phone-composer textarea')?.focus())
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [ui, view, setView, isRefused])
}
