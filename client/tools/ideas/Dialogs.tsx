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
export function Dialogs({ noteCount, children }: { readonly noteCount: number; readonly children: ReactNode }) {
  const { ui } = useStage()
  const [paste, setPaste] = useState<{ text: string; into: ClusterId | null } | null>(null)
  const [importing, setImporting] = useState(false)
  const moving = useUi((state) => state.moving)
  const openers = useMemo(
    () => ({ openPaste: (text: string, into: ClusterId | null) => setPaste({ text, into }), openImport: () => setImporting(true) }),
    [],
  )
  return (
    <DialogsContext value={openers}>
      {children}
      {paste ? <PasteDialog {...paste} noteCount={noteCount} onClose={() => setPaste(null)} /> : null}
      {importing ? (
        <Suspense>
          <ImportDialog noteCount={noteCount} onClose={() => setImporting(false)} />
        </Suspense>
      ) : null}
      {moving ? <MoveDialog ids={moving} onClose={() => ui.set({ moving: null })} /> : null}
    </DialogsContext>
  )
}
