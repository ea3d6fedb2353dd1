import { useEffect, useState } from 'react'
import type { KeyRow } from '../../tools/client-tool'
import { Dialog } from '../../ui/Dialog'
import { useTools } from '../tools-context'

interface KeyboardMapProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The tool on the stage, whose own keys come first. */
  readonly tool: string | undefined
}

const everywhere = [
  { keys: 'F6 / Shift F6', does: 'Next or previous region of the screen' },
  { keys: 'G 1–9', does: 'Go to a step' },
  { keys: '[', does: 'Narrow or widen the agenda' },
  { keys: 'Ctrl ;', does: 'Repeat the last five announcements' },
  { keys: 'Esc', does: 'Stay here, or close what is open' },
  { keys: '?', does: 'This map' },
] as const

/** Every key that works here. */
export function KeyboardMap({ open, onClose, tool }: KeyboardMapProps) {
  const own = useToolKeys(tool)
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard map" wide={own.length > 8}>
      {own.length > 0 ? <Keys label="On this step" rows={own} /> : null}
      <Keys label="Everywhere" rows={everywhere} />
      <p className="meta">Single letters work while you are not typing. You can switch them off under Make it comfortable.</p>
    </Dialog>
  )
}

/** The tool's own rows; none until they are here. */
function useToolKeys(tool: string | undefined): readonly KeyRow[] {
  const load = useTools()[tool ?? '']?.loadKeys
  const [rows, setRows] = useState<readonly KeyRow[]>([])
  useEffect(() => {
    let shown = true
    void load?.().then(({ keys }) => shown && setRows(keys))
    return () => {
      shown = false
    }
  }, [load])
  return rows
}

interface KeysProps {
  readonly label: string
  readonly rows: readonly KeyRow[]
}

function Keys({ label, rows }: KeysProps) {
  return (
    <section className="key-map" aria-label={label}>
      <h3 className="fine strong">{label}</h3>
      <dl className="kb">
        {rows.map(({ keys, does }) => (
          <div key={keys + does}>
            <dt>{keys.split(' ').map((key, index) => (key === '/' ? ' / ' : <kbd key={`${key}${String(index)}`}>{key}</kbd>))}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
