import { Download, FileUp, ListOrdered } from 'lucide-react'
import { servicesCsv } from '../../../shared/tools/service-map/export'
import { downloadText } from '../../app/hand-over'
import { useWorkshop } from '../../app/workshop-context'
import { Menu } from '../../ui/Menu'
import type { MapView } from './use-map'

interface MapMenuProps {
  readonly view: MapView
  readonly onStages: () => void
  readonly onImport: () => void
}

/** What is done with the map as a whole. */
export function MapMenu({ view: { map, mayEdit }, onStages, onImport }: MapMenuProps) {
  const { title } = useWorkshop()
  return (
    <Menu
      label="Stages, import and download"
      items={[
        ...(mayEdit
          ? [
              { label: 'Change the stages…', Icon: ListOrdered, onSelect: onStages },
              { label: 'Import a CSV file…', Icon: FileUp, onSelect: onImport },
            ]
          : []),
        {
          label: 'Download as CSV',
          Icon: Download,
          onSelect: () => downloadText(`${title || 'Workshop'} - services.csv`, servicesCsv(map)),
          disabledReason: map.services.length === 0 ? 'No service yet' : undefined,
        },
      ]}
    />
  )
}
