import { Component, lazy, Suspense } from 'react'
import type { AgendaStep } from '../../../shared/workshop/schema'
import type { ClientTool, StageProps } from '../../tools/client-tool'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import type { Prepared } from '../prepared'
import { prepared } from '../prepared'
import { useTools } from '../tools-context'

const HonestStage = lazy(async () => ({ default: (await import('./HonestStage')).HonestStage }))

interface StageHostProps {
  readonly step: AgendaStep
  readonly script: string | undefined
}

/** The tool of a step on the stage; steps without one get the honest stage. */
export function StageHost({ step, script }: StageHostProps) {
  const tool = useTools()[step.tool]
  return (
    <StageGuard key={step.id}>
      <Suspense fallback={<div className="stage" aria-busy="true" />}>
        {tool ? <ToolStage tool={tool} step={step} /> : <HonestStage step={step} script={script} />}
      </Suspense>
    </StageGuard>
  )
}

const stages = new WeakMap<ClientTool, Prepared<StageProps>>()

/** The stage of a tool, one for good; it can be loaded before it is shown. */
export function stageOf(tool: ClientTool): Prepared<StageProps> {
  const stage = stages.get(tool) ?? prepared(async () => (await tool.load()).Stage)
  stages.set(tool, stage)
  return stage
}

function ToolStage({ tool, step }: { readonly tool: ClientTool; readonly step: AgendaStep }) {
  const Stage = stageOf(tool)
  return <Stage step={step} />
}

interface StageGuardState {
  readonly failed: boolean
}

/** A fault in one tool leaves agenda, people and dock working. */
class StageGuard extends Component<{ readonly children: React.ReactNode }, StageGuardState> {
  override state: StageGuardState = { failed: false }

  static getDerivedStateFromError(): StageGuardState {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="stage">
        <Banner
          tone="bad"
          action={
            <Button size="sm" onClick={() => window.location.reload()}>
              Reload the page
            </Button>
          }
        >
          <b>This step could not be shown.</b> What everybody wrote is safe on the server.
        </Banner>
      </div>
    )
  }
}
