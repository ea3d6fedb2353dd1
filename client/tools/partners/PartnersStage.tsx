import { Download, FileUp, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { learnings, meetings, skills } from '../../../shared/tools/partners/capacity/collections'
import { leftOut, ownSeats, partners, populations, teamMoves } from '../../../shared/tools/partners/collections'
import { rosterCsv } from '../../../shared/tools/partners/export'
import { can } from '../../../shared/tools/partners/permissions'
import type { Partner } from '../../../shared/tools/partners/schema'
import { bySector } from '../../../shared/tools/partners/selectors'
import { downloadText } from '../../app/hand-over'
import { usePersonUndo } from '../../app/use-person-undo'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Menu } from '../../ui/Menu'
import { Prompt } from '../../ui/Prompt'
import { Segmented } from '../../ui/Segmented'
import { StageLayout } from '../../ui/StageLayout'
import type { StageProps } from '../client-tool'
import { AroundTable } from './AroundTable'
import { InvitationDialog, type InvitationReason } from './InvitationDialog'
import { MoveDialog } from './MoveDialog'
import { PartnerDialog } from './PartnerDialog'
import './partners.css'
import { CapacityView } from './capacity/CapacityView'
import { CoverageView } from './coverage/CoverageView'
import { PartnersImport } from './PartnersImport'
import { IntermediaryPanel } from './partnership/IntermediaryPanel'
import { NeedsPanel } from './partnership/NeedsPanel'
import { PulsePanel } from './partnership/PulsePanel'
import { ReviewPanel } from './partnership/ReviewPanel'
import { RingsPanel } from './RingsPanel'
import { Roster, type RosterActs } from './Roster'
import { RowLinkDialog } from './RowLinkDialog'
import { TakenOff } from './TakenOff'
import { type Move, useMove } from './use-move'
import { useCoverage, useMayEdit, useMoves, usePartners } from './use-roster'

type Open =
  | { readonly what: 'partner'; readonly partner?: Partner }
  | { readonly what: 'invitation'; readonly reason: InvitationReason }
  | { readonly what: 'move' | 'link'; readonly partner: Partner }
  | { readonly what: 'import' }
  | null

const undoRoots = [partners, teamMoves, ownSeats, leftOut, populations, skills, learnings, meetings].map(({ name }) => name)

/** Who is at the table, and who should be. */
export function Stage({ step }: StageProps) {
  const { actor } = useWorkshop()
  const all = usePartners()
  const mayEdit = useMayEdit()
  const undo = usePersonUndo(undoRoots)
  const [open, setOpen] = useState<Open>(null)
  const [view, setView] = useState<'list' | 'coverage' | 'capacity'>('list')
  const groups = useMemo(() => bySector(all), [all])
  const move = useMove()
  const close = () => setOpen(null)

  const acts = useMemo(
    (): RosterActs => ({
      edit: (partner) => setOpen({ what: 'partner', partner }),
      invite: ({ name }) => setOpen({ what: 'invitation', reason: { kind: 'partner', name } }),
      move,
      moveOnDay: (partner) => setOpen({ what: 'move', partner }),
      link: (partner) => setOpen({ what: 'link', partner }),
    }),
    [move],
  )

  return (
    <StageLayout>
      <div className="partners-stage">
        <section aria-label="Roster">
          <div className="row between partners-head">
            <Prompt>{step.prompt ?? 'Who is at the table, and who should be?'}</Prompt>
            <Tools all={all} mayEdit={mayEdit} onAdd={() => setOpen({ what: 'partner' })} onImport={() => setOpen({ what: 'import' })} />
          </div>
          <Segmented
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: 'list', label: 'List' },
              { value: 'coverage', label: 'Coverage' },
              { value: 'capacity', label: 'Capacity' },
            ]}
          />
          {view === 'coverage' ? (
            <CoverageView mayEdit={mayEdit} />
          ) : view === 'capacity' ? (
            <CapacityView mayEdit={mayEdit} />
          ) : (
            <div className="card partners-card">
              {groups.length === 0 ? (
                <EmptyRoster mayEdit={mayEdit} onAdd={() => setOpen({ what: 'partner' })} onImport={() => setOpen({ what: 'import' })} />
              ) : (
                <Roster groups={groups} acts={acts} />
              )}
              <TakenOff all={all} mayEdit={mayEdit} />
            </div>
          )}
        </section>
        <Side
          onInvite={(reason) => setOpen({ what: 'invitation', reason })}
          onMove={mayEdit ? move : undefined}
          onAsk={mayEdit ? (can(actor, 'partners/link') ? acts.link : acts.edit) : undefined}
        />
        {open?.what === 'partner' ? <PartnerDialog partner={open.partner} onMove={move} onClose={close} /> : null}
        {open?.what === 'invitation' ? <InvitationDialog reason={open.reason} onClose={close} /> : null}
        {open?.what === 'move' ? <MoveDialog partner={open.partner} onMove={move} onClose={close} /> : null}
        {open?.what === 'link' ? <RowLinkDialog partner={open.partner} onClose={close} /> : null}
        {open?.what === 'import' ? <PartnersImport undo={undo} onClose={close} /> : null}
      </div>
    </StageLayout>
  )
}

interface SideProps {
  readonly onInvite: (reason: InvitationReason) => void
  readonly onMove: Move | undefined
  readonly onAsk: ((partner: Partner) => void) | undefined
}

function Side({ onInvite, onMove, onAsk }: SideProps) {
  const all = usePartners()
  const coverage = useCoverage()
  return (
    <aside className="card partners-side" aria-label="Around the table" tabIndex={-1} data-region>
      <AroundTable coverage={coverage} onInvite={onInvite} />
      {all.length > 0 ? (
        <>
          <hr className="hr" />
          <NeedsPanel onAsk={onAsk} />
          <hr className="hr" />
          <RingsPanel onMove={onMove} />
          <hr className="hr" />
          <IntermediaryPanel />
          <ReviewPanel />
          <PulsePanel />
        </>
      ) : null}
    </aside>
  )
}

interface ToolsProps {
  readonly all: readonly Partner[]
  readonly mayEdit: boolean
  readonly onAdd: () => void
  readonly onImport: () => void
}

function Tools({ all, mayEdit, onAdd, onImport }: ToolsProps) {
  const { title } = useWorkshop()
  const moves = useMoves()
  const download = () => downloadText(`${title || 'Workshop'} - partners.csv`, rosterCsv(all, moves))
  return (
    <div className="row">
      <Menu
        label="Import and download"
        items={[
          ...(mayEdit ? [{ label: 'Import a CSV file…', Icon: FileUp, onSelect: onImport }] : []),
          {
            label: 'Download as CSV',
            Icon: Download,
            onSelect: download,
            disabledReason: all.length === 0 ? 'No partner yet' : undefined,
          },
        ]}
      />
      {mayEdit ? (
        <Button variant="primary" Icon={Plus} onClick={onAdd}>
          Add a partner
        </Button>
      ) : null}
    </div>
  )
}

function EmptyRoster({ mayEdit, onAdd, onImport }: Omit<ToolsProps, 'all'>) {
  if (!mayEdit) return <Empty title="No partners yet.">The partners appear here as soon as somebody adds them.</Empty>
  return (
    <Empty
      title="No partners yet."
      action={
        <div className="row wrap">
          <Button Icon={Plus} onClick={onAdd}>
            Add the first partner
          </Button>
          <Button Icon={FileUp} onClick={onImport}>
            Import a CSV file
          </Button>
        </div>
      }
    >
      One line for each organisation or programme: who it is, its sector, and how close it stands to the work.
    </Empty>
  )
}
