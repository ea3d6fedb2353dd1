import { useEffect, useRef } from 'react'
import type { Workshop } from '../../../shared/workshop/schema'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Says once, to everybody who is here, that the board was brought back. */
export function RestoredNotice({ restored }: { readonly restored: Workshop['restored'] }) {
  const known = useRef(restored?.atMs)
  useEffect(() => {
    if (!restored || restored.atMs === known.current) return
    known.current = restored.atMs
    const words = `${restored.byName || 'A facilitator'} brought the workshop back to ${when.format(restored.toMs)}.`
    toast({ message: words })
    announce(words, 'assertive')
  }, [restored])
  return null
}
