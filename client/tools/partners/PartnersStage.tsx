import { Prompt } from '../../ui/Prompt'
import type { StageProps } from '../client-tool'

export function Stage({ step }: StageProps) {
  return (
    <div className="stage">
      <Prompt>{step.prompt ?? 'Who is at the table, and who should be?'}</Prompt>
    </div>
  )
}
