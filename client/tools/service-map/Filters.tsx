import { X } from 'lucide-react'
import { useMemo } from 'react'
import { type Choice, fundingStarters, labelIn, populationStarters } from '../../../shared/tools/service-map/catalogue'
import { filterWords } from '../../../shared/tools/service-map/filter-words'
import { fundingsIn, type MapFilter, noFilter, populationsIn } from '../../../shared/tools/service-map/selectors'
import { Button } from '../../ui/Button'
import type { MapView } from './use-map'

/** Leaves of the map one stage, one partner, what is for one population, or what one source of money pays for. */
export function Filters({ view: { map, shown, filter, setFilter } }: { readonly view: MapView }) {
  const choices = useMemo(
    () => [
      { key: 'stage' as const, label: 'Stage', all: 'All stages', options: map.stages },
      { key: 'partner' as const, label: 'Partner', all: 'All partners', options: map.parties.map(({ id, name }) => ({ id, label: name })) },
      { key: 'population' as const, label: 'For whom', all: 'Everybody', options: named(populationsIn(map), populationStarters) },
      { key: 'funding' as const, label: 'Money', all: 'All money', options: named(fundingsIn(map), fundingStarters) },
    ],
    [map],
  )
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <div className="smap-filters">
      <div className="row wrap smap-choices">
        {choices.map(({ key, label, all, options }) => (
          <select
            key={key}
            className="input"
            aria-label={`Show only: ${label.toLocaleLowerCase('en')}`}
            value={filter[key]}
            onChange={({ target }) => setFilter({ ...filter, [key]: target.value } satisfies MapFilter)}
          >
            <option value="">{all}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
        ))}
        {isFiltered ? (
          <Button size="sm" variant="ghost" Icon={X} onClick={() => setFilter(noFilter)}>
            Show everything
          </Button>
        ) : null}
      </div>
      <p className="meta" role="status">
        {isFiltered ? filterWords(map, shown, filter) : ''}
      </p>
    </div>
  )
}

function named(ids: readonly string[], starters: readonly Choice[]): readonly Choice[] {
  return ids.map((id) => ({ id, label: labelIn(starters, id) })).sort((a, b) => a.label.localeCompare(b.label, 'en'))
}
