import { lazy, Suspense, useMemo } from 'react'
import type { Refusal, SettledWords } from '../../sync/refusal'
import type { ClientTool, RescueProps } from '../../tools/client-tool'
import { useTools } from '../tools-context'

/** What a tool offers to make of refused words; nothing where no tool knows what to do with them. */
export function RescueSlot({ refusal, onSettled }: { readonly refusal: Refusal; readonly onSettled: (settled: SettledWords) => void }) {
  const tools = useTools()
  // `<workshop>/<zone>/<id>`; the two documents that every workshop has are no zone's.
  const [, zone, id] = refusal.room.split('/')
  const rescue = Object.values(tools).find((tool) => tool.rescue?.zone === zone)?.rescue
  const Rescue = useMemo(() => rescue && lazy(() => loadOrSay(rescue)), [rescue])
  if (!Rescue || id === undefined) return null
  return (
    <Suspense fallback={null}>
      <Rescue roomId={id} replica={refusal.replica} rescueKey={refusal.key} onSettled={onSettled} />
    </Suspense>
  )
}

async function loadOrSay({ load }: NonNullable<ClientTool['rescue']>) {
  const { Rescue } = await load().catch(() => ({ Rescue: CannotLoad }))
  return { default: Rescue }
}

function CannotLoad(_props: RescueProps) {
  return (
    <p className="meta">What can be made of these words could not be loaded. Reload the page when you are connected; they stay here.</p>
  )
}
