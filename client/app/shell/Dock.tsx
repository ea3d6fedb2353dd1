import { ArrowRight, Compass, Lock, LockOpen, Pause, Play, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { locks } from '../../../shared/workshop/collections'
import { workshopContract } from '../../../shared/workshop/contract'
import type { AgendaStep, Timer } from '../../../shared/workshop/schema'
import { durationWords, lockOf, nextStep } from '../../../shared/workshop/selectors'
import { call } from '../../api/call'
import { useRecords } from '../../sync/use-live'
import { useWorkshop } from '../workshop-context'
import { attempt } from './attempt'
import { lockOfStep } from './step-tool'
import type { Agenda } from './use-agenda'
import { useMarkedSteps } from './use-marked-steps'

interface DockProps {
  readonly agenda: Agenda
  /** What this facilitator looks at; undefined on the log and the document. */
  readonly step: AgendaStep | undefined
  /** Where the tool's one mode button goes. */
  readonly slotRef: (element: HTMLElement | null) => void
}

/**
 * Facilitators' controls: time, one lock, one mode, bring, next. Time and next are the group's, whatever this
 * facilitator looks at; who presses next goes along.
 */
export function Dock({ agenda: { workshop, steps, current }, step, slotRef }: DockProps) {
  const { actor } = useWorkshop()
  const params = { id: actor.workshopId }
  const next = current ? nextStep(steps, current.id) : undefined
  const [, navigate] = useLocation()
  const send = useBusy()
  const bar = useArrowKeys()
  useMarkedSteps(steps)
  async function goOn(to: AgendaStep) {
    await call(workshopContract.setStep, { params, body: { stepId: to.id } })
    // Who is with the group follows it as everybody does.
    if (step?.id !== current?.id) navigate(`/w/${actor.workshopId}/${to.id}`)
  }
  return (
    <section aria-label="Facilitator">
      <div ref={bar} className="dock" role="toolbar" aria-label="Facilitator controls" data-region tabIndex={-1}>
        <span className="role not-phone">Facilitator</span>
        <TimerControls timer={workshop?.timer} minutes={current?.minutes ?? 0} />
        {step ? <LockControl step={step} /> : null}
        <span className="dock-slot" ref={slotRef} />
        <span className="sep not-phone" />
        {step ? (
          <>
            <button
              type="button"
              className="d"
              title="Bring everyone here"
              aria-disabled={send.busy || undefined}
              onClick={() => send.run(() => call(workshopContract.summon, { params, body: { stepId: step.id } }))}
            >
              <Compass className="i" aria-hidden />
              <span className="dock-word">Bring everyone here</span>
            </button>
            <span className="sep not-phone" />
          </>
        ) : null}
        {next ? (
          <button type="button" className="d go" aria-disabled={send.busy || undefined} onClick={() => send.run(() => goOn(next))}>
            <span className="go-word" title={next.title}>
              Next: {next.title}
            </span>
            <ArrowRight className="i" aria-hidden />
          </button>
        ) : (
          <span className="role">Last step</span>
        )}
      </div>
    </section>
  )
}

function useBusy() {
  const [busy, setBusy] = useState(false)
  function run(command: () => Promise<unknown>) {
    if (busy) return
    setBusy(true)
    void attempt(command).finally(() => setBusy(false))
  }
  return { busy, run }
}

function TimerControls({ timer, minutes }: { readonly timer: Timer | undefined; readonly minutes: number }) {
  const { actor } = useWorkshop()
  type Action = Parameters<typeof call<typeof workshopContract.setTimer>>[1]['body']
  const act = (body: Action) => void attempt(() => call(workshopContract.setTimer, { params: { id: actor.workshopId }, body }))
  const planned = minutes || 10
  if (!timer || timer.state === 'none') {
    return (
      <button type="button" className="d" onClick={() => act({ action: 'start', minutes: planned })}>
        <Play className="i" aria-hidden />
        <span>
          <span className="dock-word">Start </span>
          {durationWords(planned)}
        </span>
      </button>
    )
  }
  const running = timer.state === 'running'
  return (
    <span className="dock-pair">
      <button
        type="button"
        className="d"
        aria-label={running ? 'Pause the timer' : 'Resume the timer'}
        title={running ? 'Pause the timer' : 'Resume the timer'}
        onClick={() => act({ action: running ? 'pause' : 'resume' })}
      >
        {running ? <Pause className="i" aria-hidden /> : <Play className="i" aria-hidden />}
        <span className="dock-word">{running ? 'Pause' : 'Resume'}</span>
      </button>
      <button
        type="button"
        className="d small"
        aria-label="Add 1 minute"
        title="Add 1 minute"
        onClick={() => act({ action: 'extend', minutes: 1 })}
      >
        <Plus className="i s" aria-hidden />1
      </button>
    </span>
  )
}

function LockControl({ step }: { readonly step: AgendaStep }) {
  const { actor, record } = useWorkshop()
  const all = useRecords(locks, record)
  const target = lockOfStep(step.tool)
  if (!target) return null
  const locked = lockOf(all, target.tool) !== undefined
  const words = locked ? 'locked' : 'open'
  const what = target.what.replace(/^the /, '')
  const shown = `${what.charAt(0).toUpperCase() + what.slice(1)} ${words}`
  return (
    <button
      type="button"
      className={locked ? 'd on' : 'd'}
      aria-pressed={locked}
      aria-label={`${shown}. Lock ${target.what}`}
      title={shown}
      onClick={() =>
        void attempt(() =>
          call(workshopContract.setLock, { params: { id: actor.workshopId }, body: { tool: target.tool, locked: !locked } }),
        )
      }
    >
      {locked ? <Lock className="i" aria-hidden /> : <LockOpen className="i" aria-hidden />}
      <span className="dock-word">{shown}</span>
    </button>
  )
}

/** Arrows move along the toolbar. Heard in the page itself: React would send the keys of the tool's button to the tool's stage. */
function useArrowKeys() {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = bar.current
    element?.addEventListener('keydown', moveAlong)
    return () => element?.removeEventListener('keydown', moveAlong)
  }, [])
  return bar
}

function moveAlong(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = buttons.indexOf(document.activeElement as HTMLElement) // -1 when it is none of them
  if (at < 0) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
