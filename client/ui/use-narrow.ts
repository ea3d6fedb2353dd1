import { useMedia } from './use-media'

/** Whether the window is a phone's width; the same border as in the style sheets. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 760px)')
}
