import { Prompt } from '../../ui/Prompt'
import type { StageProps } from '../client-tool'

export function Stage({ step }: StageProps) {
  return (
    <div className="stage">
      <Prompt>{step.prompt ?? 'Who leads, who supports, who stays informed?'}</Prompt>
    </div>
  )
}
