import { Lock, Vote } from 'lucide-react'
import { plural } from '../../../../shared/doc/words'
import { limits } from '../../../../shared/sync/limits'
import type { EmptySeat } from '../../../../shared/tools/tool'
import { tooFewInWords } from '../../../../shared/tools/votes/secrecy'
import { electorate } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { lengthProblem } from '../../../ui/length-words'
import { dots as dotsInWords } from '../ballot/ballot-words'
import { taskInWords, unitsInWords } from '../words'
import { CardChoice } from './CardChoice'
import { MeaningField } from './MeaningField'
import { MethodChoice } from './MethodChoice'
import { MethodSettings } from './MethodSettings'
import { SetupTerm } from './SetupTerm'
import { type Setup, withMethod } from './setup'
import type { SetupOptions } from './setup-options'
import type { HeldSetup } from './use-setup'
import { WhoVotes } from './WhoVotes'

interface HowWeVoteProps {
  readonly held: HeldSetup
  /** Recommended seats that nobody who has joined speaks for. */
  readonly emptySeats: readonly EmptySeat[]
  /** How this vote follows an earlier one. */
  readonly follows?: string | undefined
  readonly busy: boolean
  readonly onOpen: () => void
}

/** The terms of a vote, what they come to in one sentence, and the button that fixes them. */
export function HowWeVote({ held, emptySeats, follows, busy, onOpen }: HowWeVoteProps) {
  const { setup, change, ticked } = held
  const { record } = useWorkshop()
  const voters = electorate(useRecords(participants, record), setup)
  const tooFew = tooFewInWords(voters.length, setup)
  return (
    <aside className="card votes-terms" aria-label="How we vote" tabIndex={-1} data-region>
      <h2 className="h">How we vote</h2>
      <MethodChoice method={setup.method} onChoose={(method) => change(withMethod(setup, method))} />
      <MethodSettings held={held} />
      <MeaningField method={setup.method} meaning={setup.meaning} onChange={(meaning) => change({ meaning })} />
      <CardChoice
        legend="Who sees who chose what"
        name="votes-secrecy"
        value={setup.secret ? 'secret' : 'open'}
        choices={[
          { value: 'secret', title: 'Secret', words: 'Totals only, ever' },
          { value: 'open', title: 'Open', words: 'Names shown at the end' },
        ]}
        onChoose={(secrecy) => change({ secret: secrecy === 'secret' })}
      />
      <SetupTerm
        label="Time"
        why={setup.minutes > 0 ? 'You can add a minute any time' : 'The step’s timer stays as it is'}
        value={setup.minutes}
        min={0}
        max={60}
        format={(value) => (value === 0 ? 'None' : `${value} min`)}
        onChange={(minutes) => change({ minutes })}
      />
      <WhoVotes setup={setup} voters={voters} emptySeats={emptySeats} onChange={change} />
      <div className="votes-sealed">
        <Lock className="i" aria-hidden />
        <p>
          <b>{eachInWords(voters.length, held)}</b> {capInWords(held)}
          {setup.secret ? 'Choices stay secret. ' : 'Names are shown at the end. '}
          Counts stay sealed until you close the vote, for you too.
        </p>
      </div>
      <div className="votes-open">
        {follows ? <p className="meta">{follows}</p> : null}
        {tooFew ? <Banner tone="info">{tooFew}</Banner> : null}
        <Button variant="primary" size="lg" block busy={busy} Icon={Vote} disabledReason={openProblem(setup, ticked)} onClick={onOpen}>
          Open the vote
        </Button>
        <p className="fine">Once open, question, options and terms are fixed.</p>
      </div>
    </aside>
  )
}

/** Of a score. */
const mostOnScale = 5

/** `12 people get 5 dots each.`, `12 people vote: rank from your first choice down.` */
function eachInWords(voters: number, { setup, dots, ticked }: HeldSetup): string {
  const { method, units } = setup
  if (method === 'dots' || method === 'budget') {
    const what = method === 'dots' ? dotsInWords(dots) : unitsInWords(units)
    const who = voters === 0 ? 'Each voter gets' : `${plural(voters, 'person', 'people')} ${voters === 1 ? 'gets' : 'get'}`
    return `${who} ${what}${voters > 1 ? ' each' : ''}.`
  }
  const who = voters === 0 ? 'For each voter' : `${plural(voters, 'person', 'people')} ${voters === 1 ? 'votes' : 'vote'}`
  const ticks = setup.approvals > 0 ? setup.approvals : ticked.length
  return `${who}: ${taskInWords({ method, dots: ticks, maxPerOption: mostOnScale, options: ticked })}.`
}

function capInWords({ setup, dots, maxPerOption }: HeldSetup): string {
  if (setup.method === 'dots' && maxPerOption < dots) return `At most ${maxPerOption} on one option. `
  const { units, unitsOnOne } = setup
  return setup.method === 'budget' && unitsOnOne > 0 && unitsOnOne < units ? `At most ${unitsInWords(unitsOnOne)} on one option. ` : ''
}

function openProblem({ question, method, units, meaning }: Setup, ticked: SetupOptions): string | undefined {
  if (ticked.length < 2) return 'A vote needs at least 2 options.'
  if (question.trim() === '') return 'Write the question first.'
  if (lengthProblem(question, limits.titleLength)) return 'Shorten the question first.'
  if (ticked.some(({ label }) => lengthProblem(label, limits.titleLength))) return 'Shorten the long option first.'
  if (lengthProblem(meaning, limits.titleLength)) return 'Shorten what it means first.'
  return method === 'budget' && units === 0 ? 'Say how many units each person has.' : undefined
}
