import { StageLayout } from '../../ui/StageLayout'
import type { StageProps } from '../client-tool'

/** The statements of a workshop, each with its working draft and other wordings. */
export function Stage({ step }: StageProps) {
  return <StageLayout>{step.title}</StageLayout>
}
