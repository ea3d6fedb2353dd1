import { useLocation } from 'wouter'
import type { AgendaStep } from '../../../../shared/workshop/schema'
import { useAgenda } from '../../../app/shell/use-agenda'

/** The step that this page shows, by its address; undefined where it shows none. */
export function useShownStep(): AgendaStep['id'] | undefined {
  const [location] = useLocation()
  return useAgenda().steps.find(({ id }) => location.split('/').includes(id))?.id
}
