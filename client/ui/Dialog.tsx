import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './IconButton'
import { hostToasts } from './toast-host'

interface DialogProps {
  readonly open: boolean
  /** Asked for by Escape, the cross, or a press outside; the owner closes it. */
  readonly onClose: () => void
  readonly title: string
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A native modal dialog: focus moves in to its heading or to what asks for it, stays in, and goes back to where it was. */
export function Dialog({ open, onClose, title, wide, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const pressedOutside = useRef(false)

  useEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    const before = document.activeElement
    if (!dialog.open) dialog.showModal()
    // Else the browser takes the first control, which is the cross: an Enter meant for the question would close it.
    if (!dialog.querySelector('[autofocus]')) dialog.querySelector('h2')?.focus()
    const release = hostToasts(dialog)
    return () => {
      release()
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])

  if (!open) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape reaches it as the cancel event
    <dialog
      ref={ref}
      className={classNames('dialog', wide && 'wide')}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={(event) => {
        // Also fires, late, when React mounted the effect twice; then it is open again.
        if (event.target === ref.current && !ref.current.open) onClose()
      }}
      onPointerDown={(event) => {
        pressedOutside.current = event.target === ref.current
      }}
      onClick={(event) => {
        if (event.target === ref.current && pressedOutside.current) onClose()
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={titleId} className="h" tabIndex={-1}>
            {title}
          </h2>
          <IconButton label="Close this dialog" Icon={X} small onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  )
}

/** Given as `ref` to the control that has the focus when its dialog opens; a dialog looks for this attribute, and React writes none. */
export function hasFirstFocus(control: HTMLElement | null): void {
  control?.setAttribute('autofocus', '')
}

interface DialogActionsProps {
  /** In view while the dialog scrolls; not where everything above must have been read before. */
  readonly inView?: boolean
  readonly children: ReactNode
}

/** The row of buttons at a dialog's end: what happens first, the way back after it. */
export function DialogActions({ inView, children }: DialogActionsProps) {
  return <div className={classNames('dialog-actions', inView && 'in-view')}>{children}</div>
}
