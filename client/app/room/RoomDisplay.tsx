import type { ComponentType, CSSProperties } from 'react'
import { lazy, Suspense, useEffect } from 'react'
import { participants } from '../../../shared/workshop/collections'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { presentParticipants, spokenCode } from '../../../shared/workshop/selectors'
import { useSelected } from '../../sync/use-live'
import type { ClientTool, StageProps } from '../../tools/client-tool'
import { Mark } from '../../ui/Mark'
import { applyComfort } from '../comfort/comfort'
import { QrCode } from '../invite/QrCode'
import { shareLeft, useTimerReading } from '../shell/TimerChip'
import { useAgenda } from '../shell/use-agenda'
import { useTools } from '../tools-context'
import { useWorkshop } from '../workshop-context'
import './room.css'

/** For the projector: the prompt, the time, the way in, and what the tool may show to a whole room. Names nobody. */
export function RoomDisplay() {
  const { title } = useWorkshop()
  const { workshop, steps, current } = useAgenda()
  useDarkRoom()
  const index = current ? steps.indexOf(current) : -1
  return (
    <main className="room">
      <title>{`${title} · Room display`}</title>
      <header className="row between">
        <span className="row g3">
          <Mark size={34} />
          <b>{title}</b>
        </span>
        <RoomTimer />
      </header>
      {current ? (
        <div className="room-center">
          <p className="room-step">
            Step {index + 1} · {current.title}
          </p>
          <h1 className="voice">{current.prompt ?? workshop?.focusQuestion ?? current.title}</h1>
          <RoomContent key={current.id} step={current} />
        </div>
      ) : null}
      <footer>{workshop ? <JoinBlock url={workshop.joinUrl} code={workshop.joinCode} /> : null}</footer>
    </main>
  )
}

function RoomTimer() {
  const { workshop } = useAgenda()
  const reading = useTimerReading(workshop?.timer)
  if (reading.state === 'none') return null
  return (
    <span className={`room-timer ${reading.state}`} role="timer">
      <i className="pie" style={{ '--v': `${shareLeft(workshop?.timer, reading)}%` } as CSSProperties} aria-hidden />
      {reading.words}
      {reading.state === 'paused' ? <small>paused</small> : null}
    </span>
  )
}

function JoinBlock({ url, code }: { readonly url: string; readonly code: string }) {
  return (
    <div className="room-join">
      <div className="room-qr">
        <QrCode className="qr" text={url} label="QR code to join on your phone" />
      </div>
      <div>
        <span>Join on your phone</span>
        <b>{url.replace(/^https?:\/\//, '').replace(/\/j\/.*$/, '')}</b>
        <strong>{spokenCode(code)}</strong>
      </div>
    </div>
  )
}

function RoomContent({ step }: { readonly step: AgendaStep }) {
  const tool: ClientTool | undefined = useTools()[step.tool]
  const { record } = useWorkshop()
  const people = useSelected(participants, record, presentParticipants).length
  if (!tool?.loadRoom) return <p className="room-sub">{people === 1 ? '1 person is in.' : `${people} people are in.`}</p>
  const Panel = roomPanel(tool)
  return (
    <Suspense fallback={null}>
      <Panel step={step} />
    </Suspense>
  )
}

const panels = new WeakMap<ClientTool, ComponentType<StageProps>>()

function roomPanel(tool: ClientTool): ComponentType<StageProps> {
  const known = panels.get(tool)
  if (known) return known
  const Panel = lazy(async () => ({ default: (await tool.loadRoom?.())?.RoomPanel ?? (() => null) }))
  panels.set(tool, Panel)
  return Panel
}

/** The room is always dark and at its own size, whatever this device chose for itself. */
function useDarkRoom(): void {
  useEffect(() => {
    const page = document.documentElement
    page.dataset.theme = 'dark'
    page.dataset.text = '100'
    return applyComfort
  }, [])
}
