import { writeCsv } from '../../doc/csv'
import { allColumns } from './columns'
import type { Service } from './schema'
import type { ServiceMap } from './selectors'

/** The services as CSV, in the columns that an import takes, stage by stage. */
export function servicesCsv({ stages, services, parties }: ServiceMap): string {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  const rows = stages.flatMap((stage) =>
    services
      .filter(({ stageId }) => stageId === stage.id)
      .map((service) =>
        allColumns.map(({ key }) => {
          if (key === 'stage') return stage.label
          if (key === 'partner') return names.get(service.partnerId) ?? ''
          return cellOf(service[key as keyof Service]) // every other column is a field of a service
        }),
      ),
  )
  return writeCsv([allColumns.map(({ title }) => title), ...rows])
}

function cellOf(value: string | number | readonly string[] | undefined): string {
  return typeof value === 'object' ? value.join('; ') : String(value ?? '')
}
