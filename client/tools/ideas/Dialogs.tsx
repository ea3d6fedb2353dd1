import type { ReactNode } from 'react'
import { createContext, lazy, Suspense, use, useMemo, useState } from 'react'
import type { ClusterId } from '../../../shared/tools/ideas/schema'
import { useUi } from './board-ui'
import { MoveDialog } from './MoveDialog'
import { PasteDialog } from './PasteDialog'
import { useStage } from './stage-context'

// CSV reading is only loaded when somebody imports a file.
const ImportDialog = lazy(() => import('./ImportDialog').then(({ ImportDialog }) => ({ default: ImportDialog })))

/** The dialogs that several parts of the stage open. */
export interface DialogOpeners {
  readonly openPaste: (text: string, into: ClusterId | null) => void
  readonly openImport: () => void
}

const DialogsContext = createContext<DialogOpeners | null>(null)

/** @throws Error outside the stage of ideas */
export function useDialogs(): DialogOpeners {
  const openers = use(DialogsContext)
  if (!openers) throw new Error('useDialogs outside the stage of ideas')
  return openers
}

/** Holds the dialogs of the stage, one of which may be open. */
export function Dialogs({ children }: { readonly children: ReactNode }) {
  const { ui, actions } = useStage()
  const [paste, setPaste] = useState<{ text: string; into: ClusterId | null; noteCount: number } | null>(null)
  // How many notes there were when the file was asked for.
  const [importing, setImporting] = useState<number | null>(null)
  const moving = useUi((state) => state.moving)
  const openers = useMemo(
    () => ({
      openPaste: (text: string, into: ClusterId | null) => setPaste({ text, into, noteCount: actions.storedCount() }),
      openImport: () => setImporting(actions.storedCount()),
    }),
    [actions],
  )
  return (
    <DialogsContext value={openers}>
      {children}
      {paste ? <PasteDialog {...paste} onClose={() => setPaste(null)} /> : null}
      {importing !== null ? (
        <Suspense>
          <ImportDialog noteCount={importing} onClose={() => setImporting(null)} />
        </Suspense>
      ) : null}
      {moving ? <MoveDialog ids={moving} onClose={() => ui.set({ moving: null })} /> : null}
    </DialogsContext>
  )
}
