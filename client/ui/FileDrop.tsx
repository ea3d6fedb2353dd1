import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from './Button'
import './file-drop.css'

interface FileDropProps {
  /** For the button, for example `Choose a CSV file`. */
  readonly choose: string
  /** Of the file input, for example `CSV file`. */
  readonly label: string
  /** As an input's `accept`. */
  readonly accept: string
  /** Name of the file that was chosen last. */
  readonly chosen: string | undefined
  readonly onFile: (file: File | undefined) => void
}

/** A file from this device: chosen by button or dropped. */
export function FileDrop({ choose, label, accept, chosen, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; the button inside is the way
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFile(event.dataTransfer.files[0])
      }}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        className="vh"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          onFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button Icon={FileUp} onClick={() => input.current?.click()}>
        {chosen ? 'Choose another file' : choose}
      </Button>
      <span className="meta grow">{chosen ?? 'or drop it here'}</span>
    </div>
  )
}
