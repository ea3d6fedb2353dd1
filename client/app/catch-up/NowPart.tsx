import { Link } from 'wouter'
import { useAgenda } from '../shell/use-agenda'
import { useWorkshop } from '../workshop-context'

/** Where the group is, and what comes next. */
export function NowPart() {
  const { actor } = useWorkshop()
  const { steps, current } = useAgenda()
  if (!current) return null
  const next = steps[steps.indexOf(current) + 1]
  return (
    <p className="catch-up-now">
      The group is at step {steps.indexOf(current) + 1}, <Link href={`/w/${actor.workshopId}/${current.id}`}>{current.title}</Link>.
      {next ? ` Next comes ${next.title}.` : ' It is the last one.'}
    </p>
  )
}
