import { Lock, Vote } from 'lucide-react'
import { plural } from '../../../shared/doc/words'
import { limits } from '../../../shared/sync/limits'
import { tooFewInWords } from '../../../shared/tools/votes/secrecy'
import { electorate } from '../../../shared/tools/votes/selectors'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { lengthProblem } from '../../ui/length-words'
import { Stepper } from '../../ui/Stepper'
import { Switch } from '../../ui/Switch'
import type { SetupOption, useSetup } from './use-setup'
import { dots as dotsInWords } from './words'

interface HowWeVoteProps {
  readonly held: ReturnType<typeof useSetup>
  readonly busy: boolean
  readonly onOpen: () => void
}

/** The terms of a vote, what they come to in one sentence, and the button that fixes them. */
export function HowWeVote({ held, busy, onOpen }: HowWeVoteProps) {
  const { setup, change, dots, maxPerOption, suggestion, ticked } = held
  const { record } = useWorkshop()
  const voters = electorate(useRecords(participants, record), setup).length
  const tooFew = tooFewInWords(voters, setup)
  return (
    <aside className="card votes-terms" aria-label="How we vote" tabIndex={-1} data-region>
      <h2 className="h">How we vote</h2>
      <div className="votes-term">
        <div className="grow">
          <b>Dots each</b>
          <span className="fine">A third of the options is a good start{ticked.length > 0 ? `: ${suggestion.words}` : ''}</span>
        </div>
        <Stepper label="Dots each" value={dots} min={1} max={limits.dots} onChange={(value) => change({ dots: value })} />
      </div>
      <div className="votes-term">
        <div className="grow">
          <b>Most on one option</b>
          <span className="fine">Stops one strong voice from deciding</span>
        </div>
        <Stepper
          label="Most on one option"
          value={maxPerOption}
          min={1}
          max={dots}
          maxReason={`Each person has ${dotsInWords(dots)}.`}
          onChange={(value) => change({ maxPerOption: value })}
        />
      </div>
      <fieldset className="votes-group">
        <legend>Who sees who chose what</legend>
        <div className="votes-two">
          <SecrecyChoice on={setup.secret} title="Secret" words="Totals only, ever" onChoose={() => change({ secret: true })} />
          <SecrecyChoice on={!setup.secret} title="Open" words="Names shown at the end" onChoose={() => change({ secret: false })} />
        </div>
      </fieldset>
      <div className="votes-term">
        <div className="grow">
          <b>Time</b>
          <span className="fine">{setup.minutes > 0 ? 'You can add a minute any time' : 'The step’s timer stays as it is'}</span>
        </div>
        <Stepper
          label="Time"
          value={setup.minutes}
          min={0}
          max={60}
          format={(value) => (value === 0 ? 'None' : `${value} min`)}
          onChange={(minutes) => change({ minutes })}
        />
      </div>
      <Switch
        label="Facilitators vote too"
        checked={setup.facilitatorsVote}
        onChange={(facilitatorsVote) => change({ facilitatorsVote })}
      />
      <div className="votes-sealed">
        <Lock className="i" aria-hidden />
        <p>
          <b>
            {voters === 0 ? 'Each voter gets' : `${plural(voters, 'person', 'people')} ${voters === 1 ? 'gets' : 'get'}`}{' '}
            {dotsInWords(dots)}
            {voters > 1 ? ' each' : ''}.
          </b>{' '}
          {maxPerOption < dots ? `At most ${maxPerOption} on one option. ` : ''}
          {setup.secret ? 'Choices stay secret. ' : 'Names are shown at the end. '}
          Counts stay sealed until you close the vote, for you too.
        </p>
      </div>
      <div className="votes-open">
        {tooFew ? <Banner tone="info">{tooFew}</Banner> : null}
        <Button
          variant="primary"
          size="lg"
          block
          busy={busy}
          Icon={Vote}
          disabledReason={openProblem(setup.question, ticked)}
          onClick={onOpen}
        >
          Open the vote
        </Button>
        <p className="fine">Once open, question, options and dots are fixed.</p>
      </div>
    </aside>
  )
}

function openProblem(question: string, ticked: readonly SetupOption[]): string | undefined {
  if (ticked.length < 2) return 'A vote needs at least 2 options.'
  if (question.trim() === '') return 'Write the question first.'
  if (lengthProblem(question, limits.titleLength)) return 'Shorten the question first.'
  return ticked.some(({ label }) => lengthProblem(label, limits.titleLength)) ? 'Shorten the long option first.' : undefined
}

interface SecrecyChoiceProps {
  readonly on: boolean
  readonly title: string
  readonly words: string
  readonly onChoose: () => void
}

function SecrecyChoice({ on, title, words, onChoose }: SecrecyChoiceProps) {
  return (
    <label className={on ? 'votes-radio on' : 'votes-radio'}>
      <input type="radio" name="votes-secrecy" checked={on} onChange={onChoose} />
      <span>
        <b>{title}</b>
        <span>{words}</span>
      </span>
    </label>
  )
}
