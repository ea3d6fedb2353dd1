import { CheckCheck, CircleAlert, CloudOff, RefreshCw, WifiOff } from 'lucide-react'
import { savedWords } from '../../sync/saved-status'
import { useClientState } from '../workshop/client-context'

const icons = {
  saved: CheckCheck,
  saving: RefreshCw,
  reconnecting: RefreshCw,
  offline: WifiOff,
  paused: CloudOff,
  refused: CircleAlert,
} as const

/** Whether my work is on the server, from the server's own acknowledgement. */
export function SavedBadge() {
  const saved = useClientState((state) => state.saved)
  const Icon = icons[saved.state]
  return (
    <span className="saved" data-saved={saved.state}>
      <Icon className="i s" aria-hidden />
      {savedWords(saved)}
    </span>
  )
}
