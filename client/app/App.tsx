import { LiveRegions } from '../ui/LiveRegions'
import { Toasts } from '../ui/Toasts'

/** Everything inside the contexts that main.tsx sets up. */
export function App() {
  return (
    <>
      <LiveRegions />
      <Toasts />
    </>
  )
}
