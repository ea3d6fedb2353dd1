import { rounds } from '../../../shared/tools/votes/collections'
import { votesOf } from '../../../shared/tools/votes/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Prompt } from '../../ui/Prompt'
import { StageLayout } from '../../ui/StageLayout'
import type { StageProps } from '../client-tool'

/** The Decide step. */
export function Stage({ step }: StageProps) {
  const { record } = useWorkshop()
  const all = votesOf(useRecords(rounds, record))
  return (
    <StageLayout>
      <Prompt>{step.prompt ?? step.title}</Prompt>
      <ul>
        {all.map(({ id, question, state }) => (
          <li key={id}>
            {question} ({state})
          </li>
        ))}
      </ul>
    </StageLayout>
  )
}
