import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { PersonUndo } from '../../../shared/doc/undo'
import { can } from '../../../shared/tools/ideas/permissions'
import type { IdeaId, PromptId } from '../../../shared/tools/ideas/schema'
import { kindsInUse } from '../../../shared/tools/ideas/selectors'
import { deviceStorage } from '../../app/platform'
import { useWorkshop } from '../../app/workshop-context'
import { isTextField } from '../../ui/letter-key'
import { createBoardActions } from './board-actions'
import type { BoardScene } from './board-scene'
import { BoardUi, BoardUiContext } from './board-ui'
import { Dialogs } from './Dialogs'
import { focusNote } from './focus-note'
import { Hands, HandsContext } from './hands'
import { keptAs } from './NoteColumn'
import { NoteMenu } from './NoteMenu'
import { handleNoteKey, noteOf } from './note-keys'
import { PrivateDocContext, useOpenPrivateDoc } from './private-room'
import type { StageScope } from './stage-context'
import { StageContext } from './stage-context'
import { useDrag } from './use-drag'
import { useBoard, useMode, usePrompt, useWriteRefusal } from './use-ideas'

/**
 * What the board, the list and the phone share: the person's own undo, selection, keys and pointers on notes, and
 * their private document while one is needed.
 */
export function IdeasScope({
  promptId,
  className,
  children,
}: {
  readonly promptId: PromptId
  readonly className: string
  readonly children: ReactNode
}) {
  const session = useWorkshop()
  const { board: doc, actor, awareness } = session
  const mode = useMode(promptId)
  const board = useBoard(promptId)
  const prompt = usePrompt(promptId)
  const refusal = useWriteRefusal()
  const wantsPrivate = can(actor, 'ideas/write') && (mode.writing === 'private' || mode.privateCount > 0)
  const privateDoc = useOpenPrivateDoc(wantsPrivate)

  const [ui] = useState(() => new BoardUi(deviceStorage.read(keptAs(promptId, null)) === null ? 'nowhere' : null))
  const [undo] = useState(() => new PersonUndo(['ideas', 'clusters']))
  const scene = useRef<BoardScene>({ session, promptId, mode, privateDoc })
  scene.current = { session, promptId, mode, privateDoc }
  const [actions] = useState(() => createBoardActions(() => scene.current, ui, undo))
  useEffect(() => undo.track(doc), [undo, doc])
  useEffect(() => undo.track(privateDoc), [undo, privateDoc])

  const hands = useMemo(() => (mode.anonymous || !awareness ? undefined : new Hands(awareness)), [awareness, mode.anonymous])
  const drag = useDrag({ ui, actions, hands, disabled: refusal !== undefined })
  const kinds = useMemo(
    () => kindsInUse(prompt?.kinds, [...board.unsorted, ...board.columns.flatMap(({ notes }) => notes)]),
    [prompt?.kinds, board],
  )
  const kindsKey = kinds.join()
  const scope = useMemo<StageScope>(
    // The kinds are listed anew with every note; the key tells whether they really changed.
    () => ({ actions, ui, focusNote, kinds: kindsKey.split(',') as StageScope['kinds'], refusal }),
    [actions, ui, kindsKey, refusal],
  )

  useUndoKeys(actions.undo, actions.redo)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!handleNoteKey(event, actions, ui, refusal)) return
    event.preventDefault()
    event.stopPropagation()
  }
  function onClick(event: MouseEvent<HTMLElement>) {
    const at = noteOf(event.target)
    if (!at || !(event.target instanceof Element)) return
    const more = event.target.closest<HTMLElement>('[data-more]')
    if (more) ui.set({ menu: { id: at.id, anchor: more } })
    else if (event.shiftKey && !event.target.closest('[data-private]')) selectRange(ui, at.id)
    else if (!event.target.closest('input, textarea, button')) at.element.focus()
  }
  function onDoubleClick(event: MouseEvent<HTMLElement>) {
    const at = noteOf(event.target)
    if (at && !isTextField(event.target) && !refusal) actions.beginEdit(at.id)
  }

  return (
    <StageContext value={scope}>
      <BoardUiContext value={ui}>
        <HandsContext value={hands ?? null}>
          <PrivateDocContext value={privateDoc}>
            <Dialogs>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pointers of the notes inside, which have the roles */}
              <div
                className={className}
                onKeyDown={onKeyDown}
                onClick={onClick}
                onDoubleClick={onDoubleClick}
                onPointerDown={drag.onPointerDown}
                onFocus={(event) => {
                  const at = noteOf(event.target)
                  const column = at && columnNameOf(at.element)
                  if (at && column) ui.rove(column, at.id)
                }}
              >
                {children}
              </div>
              <NoteMenu />
            </Dialogs>
          </PrivateDocContext>
        </HandsContext>
      </BoardUiContext>
    </StageContext>
  )
}

/** The roving list that a note stands in. */
function columnNameOf(note: HTMLElement): string | undefined {
  if (note.closest('[data-private]')) return 'private'
  if (note.closest('.ideas-rows')) return 'list'
  return note.closest<HTMLElement>('[data-column]')?.dataset.column
}

/** Shift and a click: everything between the last selected note and this one, in reading order. */
function selectRange(ui: BoardUi, id: IdeaId): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-note]')]
    .filter((note) => !note.closest('[data-private]'))
    .map((note) => note.dataset.note as IdeaId) // data-note is only ever written with a note's id
  const last = [...ui.state.selected].at(-1)
  const from = last ? all.indexOf(last) : -1
  const to = all.indexOf(id)
  if (from < 0) {
    ui.toggle(id)
    return
  }
  const range = all.slice(Math.min(from, to), Math.max(from, to) + 1)
  ui.set({ selected: new Set([...ui.state.selected, ...range]) })
}

/** Ctrl Z and Shift Ctrl Z take back and do again what this person did here; text fields keep their own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    function key(event: globalThis.KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return
      const letter = event.key.toLowerCase()
      if (letter !== 'z' && letter !== 'y') return
      event.preventDefault()
      if (letter === 'y' || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [undo, redo])
}
