import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { roleLabels } from '../../../shared/access/actor'
import { calendarDayInWords, dayInWords, localDay } from '../../../shared/doc/day'
import type { ResultOf } from '../../../shared/http/endpoint'
import { workshopContract } from '../../../shared/workshop/contract'
import { call } from '../../api/call'

type Seat = ResultOf<typeof workshopContract.seats>['workshops'][number]

/** The workshops in which this device has a seat; nothing at all for newcomers. */
export function OwnWorkshops() {
  const seats = useSeats()
  if (seats.length === 0) return null
  return (
    <section className="home-own" aria-labelledby="own-title">
      <h2 id="own-title" className="home-h2">
        Your workshops on this device
      </h2>
      <ul className="home-seatlist">
        {seats.map((seat) => (
          <li key={seat.workshopId}>
            <Link href={`/w/${seat.workshopId}`} className="home-seat">
              <span className="h">{seat.title}</span>
              {seat.openedAs === undefined ? null : <span className="meta">Opened as {seat.openedAs}</span>}
              <span className="meta">
                {roleLabels[seat.role]} · {seat.name} · {dateWords(seat.createdAtMs)}
              </span>
              {seat.due === undefined ? null : <span className="home-due">{dueInWords(seat.due, Date.now())}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useSeats(): readonly Seat[] {
  const [seats, setSeats] = useState<readonly Seat[]>([])
  useEffect(() => {
    let here = true
    call(workshopContract.seats, {}).then(
      ({ workshops }) => {
        if (here) setSeats(workshops)
      },
      // Without the server there is nothing to list; joining says so when it is tried.
      () => {},
    )
    return () => {
      here = false
    }
  }, [])
  return seats
}

/** For example `Due for review: Vision`, or before its day `Review on 3 May 2027: Vision`. */
function dueInWords({ title, atMs }: NonNullable<Seat['due']>, nowMs: number): string {
  return atMs <= nowMs ? `Due for review: ${title}` : `Review on ${dayInWords(atMs)}: ${title}`
}

function dateWords(ms: number): string {
  return calendarDayInWords(localDay(ms))
}
