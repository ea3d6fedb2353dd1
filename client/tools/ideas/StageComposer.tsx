import type { ClusterId, PromptId } from '../../../shared/tools/ideas/schema'
import { useDialogs } from './Dialogs'
import { keptAs } from './NoteColumn'
import { NoteComposer } from './NoteComposer'
import { useStage } from './stage-context'
import { useMode } from './use-ideas'
import { writingPromise } from './writing-promise'

/** The board's composer in one column; it closes where it was opened from. */
export function StageComposer({ promptId, clusterId }: { readonly promptId: PromptId; readonly clusterId: ClusterId | null }) {
  const { actions, ui, kinds } = useStage()
  const { openPaste } = useDialogs()
  const mode = useMode(promptId)
  return (
    <NoteComposer
      kinds={kinds}
      keptAs={keptAs(promptId, clusterId)}
      promise={writingPromise(mode)}
      onPost={(text, kind) => actions.post(text, kind, clusterId)}
      onPasteLines={(text) => openPaste(text, clusterId)}
      onClose={() => {
        ui.set({ composingIn: 'nowhere' })
        requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-add-note]')?.focus())
      }}
    />
  )
}
