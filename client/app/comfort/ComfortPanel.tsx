import { Dialog } from '../../ui/Dialog'
import { Segmented } from '../../ui/Segmented'
import { Switch } from '../../ui/Switch'
import { changeComfort, useComfort } from './comfort'

interface ComfortPanelProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** The comfort choices as a dialog. */
export function ComfortPanel({ open, onClose }: ComfortPanelProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Make it comfortable">
      <ComfortChoices />
    </Dialog>
  )
}

/** The choices themselves; also on the join page. */
export function ComfortChoices() {
  const { text, letters, listFirst, lessMotion, moreContrast, quiet, letterKeys, theme } = useComfort()
  return (
    <div className="comfort">
      <p className="meta">Kept on this device. Nobody else sees it.</p>
      <div className="comfort-row">
        <span>Text size</span>
        <Segmented
          label="Text size"
          value={text}
          onChange={(value) => changeComfort({ text: value })}
          options={[
            { value: '100', label: '100 %' },
            { value: '115', label: '115 %' },
            { value: '130', label: '130 %' },
          ]}
        />
      </div>
      <div className="comfort-row">
        <span>Theme</span>
        <Segmented
          label="Theme"
          value={theme}
          onChange={(value) => changeComfort({ theme: value })}
          options={[
            { value: 'device', label: 'Match my device' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </div>
      <Switch label="Easier letters" checked={letters === 'clear'} onChange={(on) => changeComfort({ letters: on ? 'clear' : 'usual' })} />
      <Switch label="List view first" checked={listFirst} onChange={(on) => changeComfort({ listFirst: on })} />
      <Switch label="Less motion" checked={lessMotion} onChange={(on) => changeComfort({ lessMotion: on })} />
      <Switch label="More contrast" checked={moreContrast} onChange={(on) => changeComfort({ moreContrast: on })} />
      <Switch
        label="Quiet announcements"
        hint="A screen reader hears your own actions and votes, not what others do."
        checked={quiet}
        onChange={(on) => changeComfort({ quiet: on })}
      />
      <Switch
        label="Single-letter keys"
        hint="N for a new note, L for the list, and so on."
        checked={letterKeys}
        onChange={(on) => changeComfort({ letterKeys: on })}
      />
    </div>
  )
}
