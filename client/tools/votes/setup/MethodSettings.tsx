import { limits } from '../../../../shared/sync/limits'
import { dots as dotsInWords } from '../ballot/ballot-words'
import { BudgetSettings } from './BudgetSettings'
import { MajoritySettings } from './MajoritySettings'
import { SetupTerm } from './SetupTerm'
import type { HeldSetup } from './use-setup'

/** What the facilitator may set of the chosen method; some have nothing to set. */
export function MethodSettings({ held }: { readonly held: HeldSetup }) {
  const { setup, change, dots, maxPerOption, suggestion, ticked } = held
  switch (setup.method) {
    case 'dots':
      return (
        <>
          <SetupTerm
            label="Dots each"
            why={`A third of the options is a good start${ticked.length > 0 ? `: ${suggestion.words}` : ''}`}
            value={dots}
            min={1}
            max={limits.dots}
            onChange={(value) => change({ dots: value })}
          />
          <SetupTerm
            label="Most on one option"
            why="Stops one strong voice from deciding"
            value={maxPerOption}
            min={1}
            max={dots}
            maxReason={`Each person has ${dotsInWords(dots)}.`}
            onChange={(value) => change({ maxPerOption: value })}
          />
        </>
      )
    case 'approval':
      return (
        <SetupTerm
          label="Ticks each"
          why="How many options one person may tick"
          value={Math.min(setup.approvals, ticked.length)}
          min={0}
          max={ticked.length}
          format={(value) => (value === 0 ? 'Any' : String(value))}
          onChange={(approvals) => change({ approvals })}
        />
      )
    case 'majority':
      return <MajoritySettings setup={setup} onChange={change} />
    case 'budget':
      return <BudgetSettings setup={setup} onChange={change} />
    default:
      return null
  }
}
