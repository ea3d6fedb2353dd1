import { PencilLine, Plus } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { guideFor, kindLabels } from '../../../shared/tools/drafts/guidance'
import { can } from '../../../shared/tools/drafts/permissions'
import type { AdoptedStatement, StatementKind } from '../../../shared/tools/drafts/schema'
import { keptBlocks, lineOfStep, retiredOf, type StatementLine } from '../../../shared/tools/drafts/selectors'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Prompt } from '../../ui/Prompt'
import { StageLayout } from '../../ui/StageLayout'
import { ComposeSlot, SigningSlot } from '../AgreementSlot'
import type { StageProps } from '../client-tool'
import { AskMarkSlot } from './AskMarkSlot'
import { AdoptedCard } from './adopting/AdoptedCard'
import { AdoptedMeanwhile } from './adopting/AdoptedMeanwhile'
import type { Adopting, AdoptingHand } from './adopting/adopting'
import { AgreementGuide } from './agreement/AgreementGuide'
import { showPart } from './agreement/show-part'
import { BeginStatement, beginStatement } from './BeginStatement'
import './drafts.css'
import { GuidancePanel } from './GuidancePanel'
import { type KindTab, KindTabs, tabIds } from './KindTabs'
import { wordingFrom } from './live-wording'
import { SetAside } from './SetAside'
import { useStatements } from './use-statements'
import { WorkingStage } from './WorkingStage'

// In one chunk with the stage: whoever was too late for a wording has been there.
export { Rescue } from './late/LateWords'

/** Kinds of which a workshop has several. */
const several: readonly StatementKind[] = ['value', 'goal', 'objective', 'agreement', 'other']
const plurals: Partial<Record<StatementKind, string>> = {
  value: 'Principles',
  goal: 'Goals',
  objective: 'Objectives',
  agreement: 'Agreements',
  other: 'Others',
}
const always: readonly StatementKind[] = ['vision', 'mission', 'goal', 'agreement']
const order: readonly StatementKind[] = ['name', 'vision', 'mission', 'value', 'goal', 'objective', 'agreement', 'other']

/** The statements of a workshop, each with its working draft, its check and its other wordings. */
export function Stage({ step }: StageProps) {
  const { all } = useStatements()
  const [adopting, setAdopting] = useState<Adopting>()
  return (
    <>
      <StatementStage step={step} adopting={adopting} setAdopting={setAdopting} />
      <AdoptedMeanwhile all={all} adopting={adopting} setAdopting={setAdopting} />
    </>
  )
}

function StatementStage({ step, ...adoptingHand }: StageProps & AdoptingHand) {
  const { all, lines } = useStatements()
  const own = lineOfStep(all, step)
  const [chosen, setChosen] = useState<{ readonly kind: StatementKind; readonly lineId?: string }>()
  // Tabs and picker are made anew with the stage that they choose, so whoever chose there stays only when led there.
  useEffect(() => {
    if (chosen) document.getElementById(chosen.lineId === undefined ? tabIds(chosen.kind).tab : lineButtonId(chosen.lineId))?.focus()
  }, [chosen])
  const kindOfStep = own?.kind ?? kindMeant(step, lines)
  const kind = chosen?.kind ?? kindOfStep
  const question = (kind === kindOfStep ? step.prompt : undefined) ?? guideFor(kind)?.answers
  const ofKind = lines.filter((line) => line.kind === kind)
  const line = ofKind.find(({ id }) => id === chosen?.lineId) ?? (own?.kind === kind ? own : ofKind[0])
  const choose = (lineId: string) => setChosen({ kind, lineId })
  const retired = retiredOf(all, kind)

  const head = (
    <>
      {question ? <Prompt>{question}</Prompt> : null}
      <KindTabs tabs={tabsOf(lines, kind)} value={kind} onChange={(next) => setChosen({ kind: next })} />
    </>
  )
  const foot = <SetAside retired={retired} />
  const picker = several.includes(kind) ? <LinePicker kind={kind} lines={ofKind} value={line?.id} onChoose={choose} /> : null
  const panel = { role: 'tabpanel', id: tabIds(kind).panel, 'aria-labelledby': tabIds(kind).tab } as const
  const siblings = ofKind.length

  if (line?.working) {
    return (
      <WorkingStage
        key={line.working.id}
        line={line}
        working={line.working}
        siblings={siblings}
        head={head}
        picker={picker}
        foot={foot}
        panel={panel}
        {...adoptingHand}
      />
    )
  }
  return (
    <StageLayout side={<SettledSide kind={kind} adopted={line?.adopted} siblings={siblings} />} sideLabel="Guidance">
      <div className="drafts-stage">
        <div className="drafts-head">{head}</div>
        <div {...panel} className="drafts-panel">
          {picker}
          {line?.adopted ? (
            <AdoptedCard statement={line.adopted} isRevised={false} />
          ) : (
            <BeginStatement kind={kind} stepId={own ? undefined : step.id} onBegun={choose} />
          )}
          {foot}
        </div>
      </div>
    </StageLayout>
  )
}

interface SettledSideProps {
  readonly kind: StatementKind
  readonly adopted: AdoptedStatement | undefined
  readonly siblings: number
}

/** Beside a wording in force, or beside nothing yet: the guide, or what to look at before people sign. */
function SettledSide({ kind, adopted, siblings }: SettledSideProps) {
  const blocks = useMemo(() => (adopted ? keptBlocks(adopted.adopted) : []), [adopted])
  if (!adopted && kind === 'agreement') return <AgreementGuide />
  if (!adopted?.composedFrom) return <GuidancePanel kind={kind} wording={wordingFrom(blocks)} siblings={siblings} />
  const { id, title, composedFrom } = adopted
  return <SigningSlot draftId={id} title={title} composedFrom={composedFrom} blocks={blocks} isAdopted onShow={showPart} />
}

function tabsOf(lines: readonly StatementLine[], shown: StatementKind): readonly KindTab[] {
  const kinds = order.filter((kind) => kind === shown || always.includes(kind) || lines.some((line) => line.kind === kind))
  return kinds.map((kind) => ({
    kind,
    label: plurals[kind] ?? kindLabels[kind],
    count: several.includes(kind) ? lines.filter((line) => line.kind === kind).length : undefined,
    draftIds: lines.flatMap((line) => (line.kind === kind && line.working ? [line.working.id] : [])),
  }))
}

/** The kind a step without a wording of its own is most likely about. */
function kindMeant(step: AgendaStep, lines: readonly StatementLine[]): StatementKind {
  const words = `${step.title} ${step.prompt ?? ''}`.toLowerCase()
  // `name` is also a verb in many a prompt.
  if (/\b(?:the|our|a) name\b/.test(words)) return 'name'
  const named = order.find((kind) => kind !== 'name' && kind !== 'other' && words.includes(kindLabels[kind].toLowerCase()))
  return named ?? lines[0]?.kind ?? 'vision'
}

interface LinePickerProps {
  readonly kind: StatementKind
  readonly lines: readonly StatementLine[]
  readonly value: string | undefined
  readonly onChoose: (lineId: string) => void
}

function lineButtonId(lineId: string): string {
  return `drafts-line-${lineId}`
}

/** Which of several goals, and one more. */
function LinePicker({ kind, lines, value, onChoose }: LinePickerProps) {
  const { actor } = useWorkshop()
  const noun = kindLabels[kind].toLowerCase()
  const [isComposing, setComposing] = useState(false)

  async function add() {
    if (kind === 'agreement') return setComposing(true)
    const made = await beginStatement(actor.workshopId, kind, `${kindLabels[kind]} ${lines.length + 1}`, undefined)
    if (made) onChoose(made)
  }

  if (lines.length === 0) return null
  return (
    <nav className="drafts-lines" aria-label={plurals[kind] ?? kindLabels[kind]}>
      {lines.map((line) => (
        <button
          key={line.id}
          type="button"
          id={lineButtonId(line.id)}
          className="btn sm drafts-line"
          aria-current={line.id === value ? 'true' : undefined}
          onClick={() => onChoose(line.id)}
        >
          {line.working ? <PencilLine className="i s" aria-hidden /> : null}
          {line.title}
          <span className="vh">{line.working ? ', being written' : ', adopted'}</span>
          {line.working && line.id !== value ? <AskMarkSlot draftIds={[line.working.id]} /> : null}
        </button>
      ))}
      {can(actor, 'drafts/create') ? (
        <Button size="sm" variant="ghost" Icon={Plus} onClick={() => void add()}>
          Add a {noun}
        </Button>
      ) : null}
      {isComposing ? <ComposeSlot onBegun={onChoose} onClose={() => setComposing(false)} /> : null}
    </nav>
  )
}
