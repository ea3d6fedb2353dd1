import { FileText, Layers, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../shared/doc/ids'
import { limits } from '../../../shared/sync/limits'
import { optionSources } from '../../../shared/tools/option-sources'
import type { OptionSource } from '../../../shared/tools/tool'
import { contract } from '../../../shared/tools/votes/contract'
import type { Round } from '../../../shared/tools/votes/schema'
import { workshopContract } from '../../../shared/workshop/contract'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { call } from '../../api/call'
import { useDocs } from '../../app/docs-context'
import { useWorkshop } from '../../app/workshop-context'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { lengthProblem } from '../../ui/length-words'
import { toast } from '../../ui/toast'
import { EarlierVotes } from './EarlierVotes'
import { HowWeVote } from './HowWeVote'
import { OptionRows } from './OptionRows'
import { useAct } from './use-act'
import { beginSetup, useSetup, withSource } from './use-setup'
import { counted } from './words'

/** Options that a group can still read before voting. */
const readAtOnce = 40

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
  const sources = optionSources(useDocs())
  const tied = from?.result?.options?.filter(({ tied: is, rank, people }) => is && rank === 1 && people > 0).map(({ id }) => id)
  const again = tied && tied.length > 1 ? tied : undefined
  const held = useSetup(`${workshopId}:${step.id}:${from?.id ?? 'new'}`, () => beginSetup(questionOf(step), from, again))
  const { setup, ticked, change, changeOptions } = held
  const [writing, setWriting] = useState<string>()
  const { busy, run } = useAct()
  const tooLong = lengthProblem(setup.question, limits.titleLength)

  // A vote usually is about the clusters, the first source: they stand there from the start. A long list does not.
  const filled = useRef(setup.options.length > 0)
  const first = sources[0]
  useEffect(() => {
    if (filled.current || !first || from || first.options.length > readAtOnce) return
    filled.current = true
    changeOptions((rows) => (rows.length === 0 ? withSource(rows, first) : rows))
  })

  async function open() {
    const params = { id: workshopId }
    const { question, secret, facilitatorsVote, minutes } = setup
    const options = ticked.map(({ label, detail, ref }) => ({ label, ...(detail ? { detail } : {}), ...(ref ? { ref } : {}) }))
    const body = {
      question,
      method: 'dots',
      options,
      dots: held.dots,
      maxPerOption: held.maxPerOption,
      secret,
      facilitatorsVote,
      stepId: step.id,
    } as const
    const opened = await run(async () => {
      const { roundId } = await call(contract.createRound, { params, body })
      await call(contract.openRound, { params: { ...params, roundId } })
      if (minutes > 0) await call(workshopContract.setTimer, { params, body: { action: 'start', minutes } })
      return true
    })
    if (!opened) return
    held.forget()
    onOpened()
  }

  function addFrom(source: OptionSource) {
    const added = withSource(setup.options, source).length - setup.options.length
    changeOptions((rows) => withSource(rows, source))
    if (setup.options.length + added >= limits.options) toast({ message: `A vote holds ${limits.options} options. The rest stayed out` })
    else announce(added === 0 ? 'These options stand here already.' : `${counted(added, 'option')} added.`)
  }

  function writeOne() {
    const key = newId('row')
    changeOptions((rows) => [...rows, { key, label: '', ticked: true }])
    setWriting(key)
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
        <div className="row between wrap votes-options-head">
          <h2 className="h">Options</h2>
          <div className="row wrap">
            {sources.map((source) => (
              <Button key={source.label} size="sm" Icon={/cluster/i.test(source.label) ? Layers : FileText} onClick={() => addFrom(source)}>
                {source.label}
              </Button>
            ))}
            <Button size="sm" Icon={Plus} onClick={writeOne}>
              Write one
            </Button>
          </div>
        </div>
        {setup.options.length === 0 ? (
          <Empty title="No options yet.">Bring in the clusters of your notes, the wordings, or write them here.</Empty>
        ) : (
          <OptionRows rows={setup.options} onChange={changeOptions} writing={writing} onWrite={setWriting} onWriteNext={writeOne} />
        )}
        {ticked.length > readAtOnce ? (
          <p className="meta">{ticked.length} options are many to read. Sort them into clusters first.</p>
        ) : null}
        <EarlierVotes rounds={earlier} onShow={onShow} />
      </section>
      <HowWeVote held={held} busy={busy} onOpen={() => void open()} />
    </div>
  )
}

/** What the vote asks unless the facilitator asks something else; a prompt that is no question is none on a ballot. */
function questionOf({ prompt }: AgendaStep): string {
  return prompt?.includes('?') ? prompt : 'Which of these matter most to us now?'
}
