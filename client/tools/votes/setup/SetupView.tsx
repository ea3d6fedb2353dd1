import { useEffect, useRef } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { emptySeats } from '../../../../shared/tools/empty-seats'
import { optionSources } from '../../../../shared/tools/option-sources'
import { contract } from '../../../../shared/tools/votes/contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { workshopContract } from '../../../../shared/workshop/contract'
import type { AgendaStep } from '../../../../shared/workshop/schema'
import { call } from '../../../api/call'
import { useDocs } from '../../../app/docs-context'
import { useWorkshop } from '../../../app/workshop-context'
import { lengthProblem } from '../../../ui/length-words'
import { EarlierVotes } from '../results/EarlierVotes'
import { HowWeVote } from './HowWeVote'
import { readAtOnce, SetupOptionList } from './SetupOptionList'
import './setup.css'
import { useAct } from '../use-act'
import { awaitedSeats, beginSetup, followsAs, roundOf } from './setup'
import { firstOffered, refreshed, withSource } from './setup-options'
import { useSetup } from './use-setup'

interface SetupViewProps {
  readonly step: AgendaStep
  /** An earlier round to vote on again. */
  readonly from: Round | undefined
  readonly earlier: readonly Round[]
  readonly onOpened: () => void
  readonly onShow: (roundId: string) => void
}

/** Where a facilitator prepares a vote; nobody else sees it before it is opened. */
export function SetupView({ step, from, earlier, onOpened, onShow }: SetupViewProps) {
  const { workshopId } = useWorkshop().actor
  const docs = useDocs()
  const sources = optionSources(docs)
  const seats = emptySeats(docs)
  const held = useSetup(`${workshopId}:${step.id}:${from?.id ?? 'new'}`, () => beginSetup(questionOf(step), from, step.title))
  const { setup, ticked, change, changeOptions } = held
  const { busy, run } = useAct()
  const tooLong = lengthProblem(setup.question, limits.titleLength)

  // A vote usually is about the clusters, the first source: they stand there from the start. A long list does not.
  const filled = useRef(setup.options.length > 0)
  const first = firstOffered(sources)
  useEffect(() => {
    changeOptions((rows) => refreshed(rows, sources))
    if (filled.current || !first || from || first.options.length > readAtOnce) return
    filled.current = true
    changeOptions((rows) => (rows.length === 0 ? withSource(rows, first) : rows))
  })

  async function open() {
    const params = { id: workshopId }
    const awaits = awaitedSeats(setup, seats)
    const body = { ...roundOf(setup, held, ticked, from), stepId: step.id, ...(awaits.length > 0 ? { awaits: [...awaits] } : {}) }
    const opened = await run(async () => {
      const { roundId } = await call(contract.createRound, { params, body })
      await call(contract.openRound, { params: { ...params, roundId } })
      if (setup.minutes > 0) await call(workshopContract.setTimer, { params, body: { action: 'start', minutes: setup.minutes } })
      return true
    })
    if (!opened) return
    held.forget()
    onOpened()
  }

  return (
    <div className="votes-setup">
      <section>
        <p className="meta">Only facilitators see this</p>
        <label className="vh" htmlFor="votes-question">
          Question
        </label>
        <textarea
          id="votes-question"
          className="votes-question prompt"
          rows={1}
          aria-invalid={tooLong ? true : undefined}
          aria-describedby={tooLong ? 'votes-question-problem' : undefined}
          value={setup.question}
          placeholder="What do we decide?"
          onChange={(event) => change({ question: event.target.value.replace(/\n/g, ' ') })}
        />
        {tooLong ? (
          <p id="votes-question-problem" className="errmsg" role="alert">
            {tooLong}
          </p>
        ) : null}
        <SetupOptionList held={held} sources={sources} />
        <EarlierVotes rounds={earlier} onShow={onShow} />
      </section>
      <HowWeVote
        held={held}
        emptySeats={seats}
        follows={from && follows[followsAs(from, ticked) ?? 'new']}
        busy={busy}
        onOpen={() => void open()}
      />
    </div>
  )
}

const follows = {
  again: 'The options are those of the earlier vote, so the two are linked and can be compared.',
  'run-off': 'These options were tied, so this vote is linked to the earlier one as its run-off.',
  new: 'The options are others than in the earlier vote, so this is a new vote and not linked to it.',
} as const

/** What the vote asks unless the facilitator asks something else; a prompt that is no question is none on a ballot. */
function questionOf({ prompt }: AgendaStep): string {
  return prompt?.includes('?') ? prompt : 'Which of these matter most to us now?'
}
