import type { FormEvent } from 'react'
import { useState } from 'react'
import { localDay } from '../../../shared/doc/day'
import { addPartner, editPartner } from '../../../shared/tools/partners/commands'
import { proposeSeats } from '../../../shared/tools/partners/propose-seats'
import { teams } from '../../../shared/tools/partners/recommended-team'
import type { Partner } from '../../../shared/tools/partners/schema'
import { onRoster } from '../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { Banner } from '../../ui/Banner'
import { FormDialog } from '../../ui/FormDialog'
import { toast } from '../../ui/toast'
import { ChoiceField, MoreFields, NameField, WhoFields } from './PartnerFieldset'
import { changesFrom, draftOf, faultsOf, fieldsOf, type PartnerDraft } from './partner-draft'
import { SeatChoice } from './SeatChoice'
import type { Move } from './use-move'
import { usePartners, useSeatList } from './use-roster'

interface PartnerDialogProps {
  /** Absent to add one. */
  readonly partner?: Partner | undefined
  readonly onMove: Move
  readonly onClose: () => void
}

/** Adds a partner, or changes what is said about one. */
export function PartnerDialog({ partner, onMove, onClose }: PartnerDialogProps) {
  const { board, actor, serverNow } = useWorkshop()
  const all = usePartners()
  const list = useSeatList()
  const [draft, setDraft] = useState<PartnerDraft>(() => draftOf(partner ?? {}))
  const [tried, setTried] = useState(false)
  const faults = faultsOf(
    draft,
    onRoster(all).filter(({ id }) => id !== partner?.id),
  )
  const isGone = partner !== undefined && onRoster(all).every(({ id }) => id !== partner.id)
  const fields = fieldsOf(draft)
  const form = {
    texts: draft.texts,
    faults: tried ? faults : {},
    onChange: (changes: Partial<PartnerDraft['texts']>) => setDraft({ ...draft, texts: { ...draft.texts, ...changes } }),
  }

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length > 0) return
    if (partner) {
      const { team, ...changes } = changesFrom(fieldsOf(draftOf(partner)), fields)
      editPartner(board, actor, partner.id, changes, partner)
      if (fields.team !== partner.team) onMove(partner.id, team)
    } else addPartner(board, actor, fields, localDay(serverNow()))
    toast({ message: savedWords(fields.name, partner, isGone) })
    onClose()
  }

  return (
    <FormDialog
      title={partner ? 'Change a partner' : 'Add a partner'}
      save={partner ? 'Save the partner' : 'Add the partner'}
      onSubmit={save}
      onClose={onClose}
    >
      {isGone ? (
        <Banner tone="info">Somebody took this partner off the list. What you write is kept with it, and shows when it is put back.</Banner>
      ) : null}
      <NameField {...form} />
      <WhoFields {...form} />
      <ChoiceField {...form} name="team" label="Team ring" none="In no ring yet" options={teams} />
      <SeatChoice
        list={list}
        value={draft.seats}
        proposed={proposeSeats(fields, list)}
        sector={fields.sector}
        onChange={(seats) => setDraft({ ...draft, seats })}
      />
      <MoreFields {...form} />
    </FormDialog>
  )
}

function savedWords(name: string, partner: Partner | undefined, isGone: boolean): string {
  if (isGone) return `${name} changed; it is off the list`
  return partner ? `${name} changed` : `${name} added`
}
