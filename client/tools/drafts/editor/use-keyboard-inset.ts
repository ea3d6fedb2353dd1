import { useEffect } from 'react'

/** Lower than any on-screen keyboard, higher than the browser's own bars. */
const leastPx = 120

/**
 * Says to the style sheets how much of the window's foot an on-screen keyboard covers: `data-keyboard` on the page while
 * it is there, its height in `--keyboard`.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const { visualViewport: seen } = window
    const { documentElement: page } = document
    if (!seen) return
    function follow() {
      const covered = seen ? window.innerHeight - seen.height - seen.offsetTop : 0
      // Whoever has enlarged the page sees less of it too.
      page.toggleAttribute('data-keyboard', covered > leastPx && seen?.scale === 1)
      page.style.setProperty('--keyboard', `${Math.round(covered)}px`)
    }
    seen.addEventListener('resize', follow)
    seen.addEventListener('scroll', follow)
    follow()
    return () => {
      seen.removeEventListener('resize', follow)
      seen.removeEventListener('scroll', follow)
      page.removeAttribute('data-keyboard')
    }
  }, [])
}
