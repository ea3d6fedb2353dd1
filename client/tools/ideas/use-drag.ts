import type { PointerEvent as ReactPointerEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { ClusterId, IdeaId } from '../../../shared/tools/ideas/schema'
import { announce } from '../../ui/announce'
import type { BoardActions } from './board-actions'
import type { BoardUi, BoardUiState } from './board-ui'
import type { Hands } from './hands'
import { noteOf } from './note-keys'

const mouseSlackPx = 5
const touchSlackPx = 9
const longPressMs = 320
const edgePx = 70

interface Drag {
  readonly id: IdeaId
  readonly element: HTMLElement
  readonly pointerId: number
  readonly fromX: number
  readonly fromY: number
  readonly isTouch: boolean
  pressTimer: ReturnType<typeof setTimeout> | undefined
  shadow: HTMLElement | undefined
  x: number
  y: number
  frame: number
}

interface DragOptions {
  readonly ui: BoardUi
  readonly actions: BoardActions
  /** Tells the others; absent in anonymous steps. */
  readonly hands: Hands | undefined
  readonly disabled: boolean
}

/**
 * Moves notes by mouse, pen, or a long press with a finger. The note itself stays where others read it; a copy is
 * in the hand, and the document gets one write when it is put down.
 */
export function useDrag({ ui, actions, hands, disabled }: DragOptions) {
  const drag = useRef<Drag | undefined>(undefined)

  useEffect(() => {
    function stop(drop: boolean) {
      const now = drag.current
      drag.current = undefined
      if (!now) return
      clearTimeout(now.pressTimer)
      cancelAnimationFrame(now.frame)
      const { target, inHand } = ui.state
      if (!now.shadow) return
      now.shadow.remove()
      document.body.classList.remove('ideas-dragging')
      hands?.hold([])
      ui.set({ inHand: new Set(), target: null })
      if (!drop) {
        announce('Put back.')
        return
      }
      const ids = [...inHand]
      if (target === 'new-cluster') actions.cluster(ids)
      else if (target) actions.move(ids, target)
    }

    function move(event: PointerEvent) {
      const now = drag.current
      if (!now || event.pointerId !== now.pointerId) return
      now.x = event.clientX
      now.y = event.clientY
      const far = Math.hypot(now.x - now.fromX, now.y - now.fromY)
      if (now.shadow) return
      if (now.isTouch) {
        if (far > touchSlackPx) stop(false)
      } else if (far > mouseSlackPx) lift(now, ui, hands)
    }

    function up(event: PointerEvent) {
      if (event.pointerId === drag.current?.pointerId) stop(true)
    }
    function cancel(event: PointerEvent) {
      if (event.pointerId === drag.current?.pointerId) stop(false)
    }
    function key(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !drag.current?.shadow) return
      event.preventDefault()
      event.stopPropagation()
      stop(false)
    }
    /** A finger that holds a note must not scroll the page. */
    function touch(event: TouchEvent) {
      if (drag.current?.shadow) event.preventDefault()
    }

    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', key, true)
    window.addEventListener('touchmove', touch, { passive: false })
    return () => {
      stop(false)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', key, true)
      window.removeEventListener('touchmove', touch)
    }
  }, [ui, actions, hands])

  return {
    onPointerDown(event: ReactPointerEvent<HTMLElement>) {
      const at = noteOf(event.target)
      const onControl = event.target instanceof Element && event.target.closest('button, textarea, input, a') !== null
      if (
        !at ||
        disabled ||
        onControl ||
        event.button !== 0 ||
        !event.isPrimary ||
        at.element.closest('[data-private]') ||
        !at.element.closest('[data-column]')
      )
        return
      const isTouch = event.pointerType === 'touch'
      const now: Drag = {
        ...at,
        pointerId: event.pointerId,
        fromX: event.clientX,
        fromY: event.clientY,
        x: event.clientX,
        y: event.clientY,
        isTouch,
        pressTimer: undefined,
        shadow: undefined,
        frame: 0,
      }
      drag.current = now
      if (isTouch) now.pressTimer = setTimeout(() => drag.current === now && lift(now, ui, hands), longPressMs)
    },
  }
}

/** Takes a note, or the whole selection it is part of, into the hand. */
function lift(now: Drag, ui: BoardUi, hands: Hands | undefined): void {
  const { selected } = ui.state
  const ids = selected.has(now.id) ? [...selected] : [now.id]
  now.shadow = shadowOf(now.element, ids.length)
  document.body.classList.add('ideas-dragging')
  ui.set({ inHand: new Set(ids) })
  hands?.hold(ids)
  if (now.isTouch) navigator.vibrate?.(12)
  const follow = () => {
    if (!now.shadow) return
    now.shadow.style.transform = `translate(${now.x - now.fromX}px, ${now.y - now.fromY}px) rotate(-1.6deg)`
    scrollAtEdges(now)
    const target = targetAt(now.x, now.y, ui.state.inHand)
    if (!sameTarget(target, ui.state.target)) ui.set({ target })
    now.frame = requestAnimationFrame(follow)
  }
  follow()
}

function shadowOf(element: HTMLElement, count: number): HTMLElement {
  const box = element.getBoundingClientRect()
  const shadow = element.cloneNode(true) as HTMLElement // a clone of an HTMLElement is one
  shadow.removeAttribute('data-note')
  shadow.removeAttribute('tabindex')
  shadow.setAttribute('aria-hidden', 'true')
  shadow.classList.add('ideas-shadow')
  shadow.classList.remove('sel')
  if (count > 1) shadow.dataset.count = String(count)
  Object.assign(shadow.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` })
  document.body.append(shadow)
  return shadow
}

/** Where a note would land at a point: before the note under it, at a column's end, or in a new cluster. */
function targetAt(x: number, y: number, inHand: ReadonlySet<IdeaId>): BoardUiState['target'] {
  const under = document.elementFromPoint(x, y)
  if (under?.closest('[data-new-cluster]')) return 'new-cluster'
  const column = under?.closest<HTMLElement>('[data-column]')
  if (!column) return null
  const clusterId = column.dataset.column === 'unsorted' ? null : (column.dataset.column as ClusterId) // only ever a cluster's id
  const notes = [...column.querySelectorAll<HTMLElement>('[data-note]')].filter((note) => !inHand.has(note.dataset.note as IdeaId))
  for (const note of notes) {
    const box = note.getBoundingClientRect()
    const beside = y < box.bottom && x < box.left + box.width / 2 && y > box.top
    if (beside || y < box.top + (isSingleColumn(notes) ? box.height / 2 : 0)) return { clusterId, beforeId: note.dataset.note as IdeaId }
  }
  return { clusterId, beforeId: null }
}

function isSingleColumn(notes: readonly HTMLElement[]): boolean {
  const [first, second] = notes
  return !first || !second || Math.abs(first.offsetLeft - second.offsetLeft) < 4
}

function sameTarget(a: BoardUiState['target'], b: BoardUiState['target']): boolean {
  if (a === b) return true
  if (a === null || b === null || a === 'new-cluster' || b === 'new-cluster') return false
  return a.clusterId === b.clusterId && a.beforeId === b.beforeId
}

function scrollAtEdges(drag: Drag): void {
  const stage = drag.element.closest<HTMLElement>('.stage') ?? document.querySelector<HTMLElement>('.stage')
  if (!stage) return
  const box = stage.getBoundingClientRect()
  if (drag.y < box.top + edgePx) stage.scrollTop -= Math.ceil((box.top + edgePx - drag.y) / 5)
  if (drag.y > box.bottom - edgePx) stage.scrollTop += Math.ceil((drag.y - box.bottom + edgePx) / 5)
}
