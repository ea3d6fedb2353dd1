import type { KeyboardEvent } from 'react'
import type { IdeaId } from '../../../shared/tools/ideas/schema'
import { announce } from '../../ui/announce'
import { isTextField, letterKeyAllowed } from '../../ui/letter-key'
import type { BoardActions } from './board-actions'
import type { BoardUi } from './board-ui'

/** The note an event happened on, not in one of its controls. */
export function noteOf(target: EventTarget | null): { readonly id: IdeaId; readonly element: HTMLElement } | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-note]') : null
  const id = element?.dataset.note
  return element && id ? { element, id: id as IdeaId } : undefined // data-note is only ever written with a note's id
}

/** What keys do to the note in focus. Returns whether the key was used. */
export function handleNoteKey(event: KeyboardEvent<HTMLElement>, actions: BoardActions, ui: BoardUi, refusal: string | undefined): boolean {
  const at = noteOf(event.target)
  if (!at || isTextField(event.target) || event.ctrlKey || event.metaKey) return false
  const { id, element } = at
  const onNote = event.target === element
  if (event.altKey) return !refusal && moveByKey(event, id, actions)
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (step !== undefined) return rove(element, step)
  if (event.key === 'Home' || event.key === 'End')
    return rove(element, event.key === 'Home' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
  if (!onNote) return false
  if (event.key === 'Escape' && ui.state.selected.size > 0) {
    ui.set({ selected: new Set() })
    announce('Selection ended.')
    return true
  }
  if (event.key === ' ') {
    ui.toggle(id)
    announce(`${ui.state.selected.size} selected.`)
    return true
  }
  if (refusal) return false
  if (event.key === 'Enter') {
    actions.beginEdit(id)
    return true
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    const next = neighbour(element)
    actions.remove(ui.state.selected.has(id) ? [...ui.state.selected] : [id])
    next?.focus()
    return true
  }
  if (event.key.toLowerCase() === 'm' && letterKeyAllowed(event.nativeEvent)) {
    ui.set({ moving: ui.state.selected.has(id) ? [...ui.state.selected] : [id] })
    return true
  }
  return false
}

function moveByKey(event: KeyboardEvent<HTMLElement>, id: IdeaId, actions: BoardActions): boolean {
  if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    actions.shiftAcross(id, event.key === 'ArrowLeft' ? -1 : 1)
    return true
  }
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false
  actions.shift(id, event.key === 'ArrowUp' ? -1 : 1)
  return true
}

function rove(element: HTMLElement, step: number): boolean {
  const list = [...(element.closest('ul')?.querySelectorAll<HTMLElement>('[data-note]') ?? [])]
  const next = list[Math.min(list.length - 1, Math.max(0, list.indexOf(element) + step))]
  next?.focus()
  return true
}

function neighbour(element: HTMLElement): HTMLElement | undefined {
  const list = [...(element.closest('ul')?.querySelectorAll<HTMLElement>('[data-note]') ?? [])]
  const at = list.indexOf(element)
  return list[at + 1] ?? list[at - 1]
}
