import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { atLeast } from '../../../shared/access/actor'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { classNames } from '../../ui/class-names'
import { DockSlotContext } from '../../ui/DockSlot'
import { dismissOffers } from '../../ui/toast'
import { useMedia } from '../../ui/use-media'
import { useNarrow } from '../../ui/use-narrow'
import { deviceStorage } from '../platform'
import { useClientState } from '../workshop/client-context'
import { useWorkshop } from '../workshop-context'
import { Banners } from './Banners'
import type { Panel } from './Bar'
import { Bar } from './Bar'
import { StageHost } from './StageHost'
import { useAgenda } from './use-agenda'
import { focusHeading, useFollow } from './use-follow'
import { usePresenceWriter } from './use-presence-writer'
import { useRoleNotice } from './use-role-notice'
import { useScripts } from './use-scripts'
import './shell.css'

// What only some need, or only later, is not part of the first screen.
const CatchUp = lazy(async () => ({ default: (await import('../catch-up/CatchUp')).CatchUp }))
const Dock = lazy(async () => ({ default: (await import('./Dock')).Dock }))
const Panels = lazy(async () => ({ default: (await import('./Panels')).Panels }))
const RestoredNotice = lazy(async () => ({ default: (await import('./RestoredNotice')).RestoredNotice }))
const ShellKeys = lazy(async () => ({ default: (await import('./ShellKeys')).ShellKeys }))
const SummonsToast = lazy(async () => ({ default: (await import('./SummonsToast')).SummonsToast }))
const Rail = lazy(async () => ({ default: (await import('./Rail')).Rail }))

const slimKey = 'convene.rail'
const pages = {
  log: { title: 'Decision log', tool: 'decisions' },
  document: { title: 'Vision document', tool: 'document' },
  'catch-up': { title: 'Since you were here', tool: 'talk' },
} as const

/** A workshop's frame around every step. */
export function Shell({ view: asked }: { readonly view: string | undefined }) {
  const { actor, title: workshopTitle } = useWorkshop()
  const agenda = useAgenda()
  const [, navigate] = useLocation()
  const { steps, current, workshop } = agenda
  const page = asked === 'log' || asked === 'document' || asked === 'catch-up' ? pages[asked] : undefined
  const step = page ? undefined : steps.find(({ id }) => id === asked)
  const view = page ? (asked ?? '') : (step?.id ?? '')
  const shown = page ? pageStep(asked ?? '', page) : step
  const { summons, go, stay } = useFollow(agenda, view)
  useRoleNotice()
  const scripts = useScripts(workshop?.revision)
  const generation = useClientState((state) => state.generation)
  const leads = atLeast(actor.role, 'facilitator')
  const [panel, setPanel] = useState<Panel>()
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [slim, setSlim] = useSlimRail()
  const phone = useNarrow()
  const close = useCallback(() => setPanel(undefined), [])
  usePresenceWriter(view)

  // An address without a step, or of a step that is gone, is where the group is.
  useEffect(() => {
    if (!shown && current) navigate(`/w/${actor.workshopId}/${current.id}`, { replace: true })
  }, [shown, current, navigate, actor.workshopId])

  function goToStep(number: number) {
    const target = steps[number - 1]
    if (!target) return
    navigate(`/w/${actor.workshopId}/${target.id}`)
    focusHeading()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes what was open
  useEffect(() => {
    setPanel(undefined)
    dismissOffers()
  }, [view])

  const stepIndex = step ? steps.indexOf(step) : -1
  const title = shown?.title ?? ''
  const script = shown ? scripts.get(shown.id) : undefined
  const rail = (inSheet: boolean) => (
    <Suspense fallback={null}>
      <Rail
        agenda={agenda}
        view={view}
        slim={!inSheet && slim}
        {...(inSheet ? {} : { onSlim: () => setSlim(!slim) })}
        onEdit={() => setPanel('agenda')}
      />
    </Suspense>
  )
  return (
    <div className={classNames('shell', slim && 'slim')}>
      <title>{title ? `${title} · ${workshopTitle} · Convene` : `${workshopTitle} · Convene`}</title>
      <a className="skip-link" href="#stage">
        Skip to the step
      </a>
      {phone ? null : (
        <nav className="rail" aria-label="Agenda" data-region tabIndex={-1}>
          {rail(false)}
        </nav>
      )}
      <div className="main">
        <Bar
          agenda={agenda}
          title={title}
          stepNumber={stepIndex < 0 ? undefined : stepIndex + 1}
          hasScript={script !== undefined && shown?.tool !== 'talk'}
          onOpen={setPanel}
        />
        <Banners step={step} onPeople={() => setPanel('people')}>
          <CatchUp />
        </Banners>
        <main id="stage" className="stage-main" data-region tabIndex={-1}>
          <DockSlotContext value={slot}>
            {asked === 'catch-up' ? (
              <Suspense fallback={null}>
                <CatchUp asked />
              </Suspense>
            ) : shown ? (
              <StageHost key={generation} step={shown} script={script} />
            ) : null}
          </DockSlotContext>
        </main>
        <Suspense fallback={null}>{leads ? <Dock agenda={agenda} step={step} slotRef={setSlot} /> : null}</Suspense>
        <Suspense fallback={null}>{summons ? <SummonsToast summons={summons} onGo={go} onStay={stay} /> : null}</Suspense>
      </div>
      <Suspense fallback={null}>
        {workshop ? <RestoredNotice restored={workshop.restored} /> : null}
        <ShellKeys onMap={() => setPanel('keys')} onRail={() => setSlim(!slim)} onStep={goToStep} />
        <Panels panel={panel} agenda={agenda} scripts={scripts} shown={shown} rail={rail(true)} onClose={close} />
      </Suspense>
    </div>
  )
}

/** The log, the document and what somebody missed are pages of the workshop, not steps of its agenda. */
function pageStep(id: string, { title, tool }: (typeof pages)[keyof typeof pages]): AgendaStep {
  return { id: `step_${id}`, title, tool, minutes: 0, order: 'a0' }
}

function useSlimRail(): [boolean, (slim: boolean) => void] {
  const [chosen, setChosen] = useState(() => deviceStorage.read(slimKey))
  const narrow = useMedia('(max-width: 1180px)')
  return [
    chosen === null ? narrow : chosen === 'slim',
    (slim) => {
      const choice = slim ? 'slim' : 'wide'
      deviceStorage.write(slimKey, choice)
      setChosen(choice)
    },
  ]
}
