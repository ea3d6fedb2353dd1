import type { ReactNode, Ref } from 'react'

interface ScrollRegionProps {
  /** Its name for a screen reader: a region that takes the focus has to say what it is. */
  readonly label: string
  readonly className: string
  readonly children: ReactNode
  /** Id of the words that say how to read it, where there are any. */
  readonly describedBy?: string | undefined
  readonly ref?: Ref<HTMLElement>
}

/** What scrolls by itself because it may be longer or wider than its place; its class says how large that place is. */
export function ScrollRegion({ label, className, children, describedBy, ref }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may hold nothing to focus, and the keyboard must scroll it all the same
    <section ref={ref} className={className} aria-label={label} aria-describedby={describedBy} tabIndex={0}>
      {children}
    </section>
  )
}
