import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { calendarDayInWords } from '../../../../shared/doc/day'
import { removeMeeting } from '../../../../shared/tools/partners/capacity/commands'
import { costInWords, meetingCost, sessionCost } from '../../../../shared/tools/partners/capacity/meeting-cost'
import { byDayOf } from '../../../../shared/tools/partners/capacity/outline'
import type { Meeting } from '../../../../shared/tools/partners/capacity/schema'
import { agenda } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'
import { toast } from '../../../ui/toast'
import { usePartners, usePeople } from '../use-roster'
import { MeetingDialog } from './MeetingDialog'
import { useMeetings } from './use-capacity'

type Open = { readonly meeting?: Meeting } | null

/** What this workshop and each planned meeting take of people's time, employers' apart. */
export function MeetingSection({ mayEdit }: { readonly mayEdit: boolean }) {
  const all = usePartners()
  const session = sessionCost(useRecords(agenda, useWorkshop().record), usePeople(), all)
  const planned = [...useMeetings()].sort(byDayOf)
  const [open, setOpen] = useState<Open>(null)
  return (
    <section className="card partners-card capacity-card" aria-label="What meetings take">
      <h2 className="h">What meetings take</h2>
      <p className="meta">This workshop, with those who have joined: {costInWords(session)}</p>
      <ul>
        {planned.map((meeting) => (
          <li key={meeting.id} className="capacity-line">
            <span className="grow">
              <b>{meeting.objective}</b>
              <p className="meta">
                {calendarDayInWords(meeting.on)}. {costInWords(meetingCost(meeting, all))}
              </p>
            </span>
            {mayEdit ? <MeetingMenu meeting={meeting} onEdit={() => setOpen({ meeting })} /> : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <Button variant="ghost" Icon={Plus} onClick={() => setOpen({})}>
          Plan a meeting
        </Button>
      ) : null}
      {open ? <MeetingDialog meeting={open.meeting} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}

function MeetingMenu({ meeting, onEdit }: { readonly meeting: Meeting; readonly onEdit: () => void }) {
  const { board, actor } = useWorkshop()

  function remove() {
    removeMeeting(board, actor, meeting.id)
    toast({ message: `The meeting on ${calendarDayInWords(meeting.on)} is not planned any more` })
  }

  return (
    <Menu
      label={`More for the meeting: ${meeting.objective}`}
      small
      items={[
        { label: 'Change…', Icon: Pencil, onSelect: onEdit },
        { label: 'Take off', Icon: Trash2, onSelect: remove },
      ]}
    />
  )
}
