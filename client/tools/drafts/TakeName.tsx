import { BadgeCheck } from 'lucide-react'
import { decidedOptions } from '../../../shared/tools/decided'
import { useDocs } from '../../app/docs-context'
import { Button } from '../../ui/Button'

/** The names that votes came to, each to begin the wording from with one press. */
export function TakeName({ onTake }: { readonly onTake: (name: string) => void }) {
  const decided = decidedOptions(useDocs()).slice(0, 3)
  return decided.map(({ label, question }) => (
    <Button key={`${label} ${question}`} Icon={BadgeCheck} title={`First in “${question}”`} onClick={() => onTake(label)}>
      Take this name: {label}
    </Button>
  ))
}
