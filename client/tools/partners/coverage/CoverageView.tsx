import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button'
import { useCoverage } from '../use-roster'
import './coverage.css'
import { CoverageGrid } from './CoverageGrid'
import { LeftOutList } from './LeftOutList'
import { PopulationDialog } from './PopulationDialog'
import { PopulationList } from './PopulationList'
import { SeatDialog } from './SeatDialog'

type Open = { readonly what: 'seat'; readonly populationId?: string } | { readonly what: 'population' } | null

/** Which seats of the table are held: by sector and level, and by the populations that the work is for. */
export function CoverageView({ mayEdit }: { readonly mayEdit: boolean }) {
  const cover = useCoverage()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <section className="card partners-card" aria-label="Seats by sector and level">
        <CoverageGrid cover={cover} mayEdit={mayEdit} />
        {mayEdit ? (
          <Button variant="ghost" Icon={Plus} onClick={() => setOpen({ what: 'seat' })}>
            Add a seat
          </Button>
        ) : null}
        <LeftOutList mayEdit={mayEdit} />
      </section>
      <section className="card partners-card coverage-people" aria-label="Populations the work is for">
        <h2 className="h">Populations the work is for</h2>
        <PopulationList
          populations={cover.populations}
          mayEdit={mayEdit}
          onAddSeat={(populationId) => setOpen({ what: 'seat', populationId })}
        />
        {mayEdit ? (
          <Button variant="ghost" Icon={Plus} onClick={() => setOpen({ what: 'population' })}>
            Add a population
          </Button>
        ) : null}
      </section>
      {open?.what === 'seat' ? <SeatDialog populationId={open.populationId} onClose={close} /> : null}
      {open?.what === 'population' ? <PopulationDialog onClose={close} /> : null}
    </>
  )
}
