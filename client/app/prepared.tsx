import type { ComponentType, FunctionComponent } from 'react'
import { lazy, useState } from 'react'

/** A component that loads when it is first shown, unless it was prepared: then it is there at once. */
export interface Prepared<Props extends object> extends FunctionComponent<Props> {
  /** Loads it ahead of its first showing. */
  readonly prepare: () => Promise<unknown>
}

/**
 * Makes such a component. React keeps a fallback on screen for 300 ms once it was shown, which is what preparing
 * saves besides the load.
 */
export function prepared<Props extends object>(load: () => Promise<ComponentType<Props>>): Prepared<Props> {
  let loaded: ComponentType<Props> | undefined
  const prepare = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Lazy = lazy(prepare)
  function Shown(props: Props) {
    // The same for as long as it is mounted: another type would lose its state.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? (Lazy as unknown as ComponentType<Props>)) // a lazy component takes the same props
    return <Component {...props} />
  }
  return Object.assign(Shown, { prepare })
}
