import { useEffect, useRef } from 'react'
import { repeatAnnouncements } from '../../ui/announce'
import { letterKeyAllowed } from '../../ui/letter-key'

interface ShellKeysProps {
  readonly onMap: () => void
  readonly onRail: () => void
  /** 1-based. */
  readonly onStep: (number: number) => void
}

const chordMs = 1_500

/** Keys that work on every step: F6, ?, G then a digit, [, Ctrl ;. */
export function ShellKeys(keys: ShellKeysProps): null {
  const latest = useRef(keys)
  latest.current = keys

  useEffect(() => {
    let goingSinceMs = Number.NEGATIVE_INFINITY
    function press(event: KeyboardEvent) {
      if (event.key === 'F6') {
        event.preventDefault()
        focusNextRegion(event.shiftKey ? -1 : 1)
        return
      }
      if (event.key === ';' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        repeatAnnouncements()
        return
      }
      if (!letterKeyAllowed(event)) return
      const going = performance.now() - goingSinceMs < chordMs
      goingSinceMs = Number.NEGATIVE_INFINITY
      if (going && /^[1-9]$/.test(event.key)) latest.current.onStep(Number(event.key))
      else if (event.key === 'g' || event.key === 'G') goingSinceMs = performance.now()
      else if (event.key === '?') latest.current.onMap()
      else if (event.key === '[') latest.current.onRail()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

/** Rail, bar, stage, side panel, dock, in the order of the page; hidden ones are passed over. */
function focusNextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null || region.getClientRects().length > 0,
  )
  if (regions.length === 0) return
  const at = regions.findLastIndex((region) => region.contains(document.activeElement))
  const next = at < 0 ? (step === 1 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length
  regions[next]?.focus()
}
