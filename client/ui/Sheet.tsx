import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './IconButton'
import { hostToasts } from './toast-host'

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly label: string
  readonly side: 'left' | 'right'
  readonly children: ReactNode
}

/** A modal panel at one edge of the screen. */
export function Sheet({ open, onClose, label, side, children }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    const before = document.activeElement
    if (!dialog.open) dialog.showModal()
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
      className={classNames('sheet', side)}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      <div className="sheet-body">
        <IconButton label="Close" Icon={X} className="sheet-close" onClick={onClose} />
        {children}
      </div>
    </dialog>
  )
}
