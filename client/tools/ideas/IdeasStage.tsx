import './ideas.css'
import { LayoutGrid, Plus, Rows3 } from 'lucide-react'
import { useState } from 'react'
import type { PromptId } from '../../../shared/tools/ideas/schema'
import { PromptId as promptIdSchema } from '../../../shared/tools/ideas/schema'
import { subjectOf } from '../../../shared/workshop/subject'
import { useComfort } from '../../app/comfort/comfort'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Prompt } from '../../ui/Prompt'
import { Segmented } from '../../ui/Segmented'
import { StageLayout } from '../../ui/StageLayout'
import { useMedia } from '../../ui/use-media'
import type { StageProps } from '../client-tool'
import { useAnnouncedChanges } from './announced-changes'
import type { BoardViewProps } from './BoardView'
import { BoardView } from './BoardView'
import { useUi } from './board-ui'
import { FindDialog } from './FindDialog'
import { IdeasScope } from './IdeasScope'
import { ListView, SelectionBar } from './ListView'
import { ModeButton } from './ModeButton'
import { ModeDialog } from './ModeDialog'
import { NoteColumn } from './NoteColumn'
import { Notices } from './Notices'
import { PhoneView } from './PhoneView'
import { usePrivateDoc } from './private-room'
import { AddNote, BoardMenu, Legend } from './StageHeader'
import { useStage } from './stage-context'
import { useBoard, useMode, usePeople, usePrivateNotes, usePrompt } from './use-ideas'
import type { View } from './use-stage-keys'
import { useStageKeys } from './use-stage-keys'

/** Notes on one prompt: write, sort, name. */
export function Stage({ step }: StageProps) {
  const promptId = promptIdSchema.parse(step.subject?.collection === 'prompts' ? step.subject.id : subjectOf({ ...step, tool: 'ideas' }).id)
  const isPhone = useMedia('(max-width: 759px)')
  return (
    <StageLayout>
      <IdeasScope key={promptId} promptId={promptId} className={isPhone ? 'ideas ideas-phone' : 'ideas'}>
        <IdeasScreen promptId={promptId} asked={step.prompt || step.title} isPhone={isPhone} />
      </IdeasScope>
    </StageLayout>
  )
}

function IdeasScreen({ promptId, asked, isPhone }: { readonly promptId: PromptId; readonly asked: string; readonly isPhone: boolean }) {
  const { ui, refusal, focusNote } = useStage()
  const board = useBoard(promptId)
  const mode = useMode(promptId)
  const people = usePeople()
  const prompt = usePrompt(promptId)
  const privateNotes = usePrivateNotes(usePrivateDoc(), promptId)
  const { listFirst } = useComfort()
  const [view, setView] = useState<View>(listFirst ? 'list' : 'board')
  const [choosesMode, setChoosesMode] = useState(false)
  const openMode = () => setChoosesMode(true)
  const finding = useUi((state) => state.finding)
  useAnnouncedChanges(board)
  useStageKeys(view, setView, refusal !== undefined)
  const title = prompt?.text || asked

  return (
    <>
      {isPhone ? null : (
        <header className="ideas-head">
          <div>
            <Prompt>{title}</Prompt>
            <Legend board={board} mode={mode} mine={privateNotes.length} />
          </div>
          <div className="row g3">
            <BoardMenu promptId={promptId} board={board} />
            <Segmented
              label="View"
              value={view}
              onChange={setView}
              options={[
                { value: 'board', label: 'Board', Icon: LayoutGrid },
                { value: 'list', label: 'List', Icon: Rows3 },
              ]}
            />
            <AddNote onAdd={() => setView('board')} />
          </div>
        </header>
      )}
      <Notices mode={mode} mine={privateNotes} isPhone={isPhone} onReveal={openMode} />
      <ModeButton mode={mode} onOpen={openMode} />
      {choosesMode ? <ModeDialog promptId={promptId} mode={mode} onClose={() => setChoosesMode(false)} /> : null}
      {isPhone ? (
        <>
          <Prompt>{title}</Prompt>
          <PhoneView
            promptId={promptId}
            board={board}
            people={people}
            privateNotes={privateNotes}
            menu={<BoardMenu promptId={promptId} board={board} />}
          />
        </>
      ) : (
        <>
          {view === 'board' ? <SelectionBar /> : null}
          {view === 'list' ? (
            <>
              {privateNotes.length > 0 ? (
                <section className="ideas-own" aria-label="Only you see these" data-private>
                  <NoteColumn column="private" notes={privateNotes} cluster={null} people={people} isPrivate />
                </section>
              ) : null}
              <ListView board={board} people={people} />
            </>
          ) : (
            <BoardOrNothing promptId={promptId} board={board} people={people} privateNotes={privateNotes} />
          )}
        </>
      )}
      {finding ? (
        <FindDialog
          board={board}
          people={people}
          onClose={() => ui.set({ finding: false })}
          onGo={(id) => {
            ui.set({ finding: false, wanted: id })
            focusNote(id, 20)
          }}
        />
      ) : null}
    </>
  )
}

/** The board; before the first note and cluster, the way to begin. */
function BoardOrNothing(props: BoardViewProps) {
  const isWriting = useUi((state) => state.composingIn !== 'nowhere')
  const isBare = props.board.noteCount === 0 && props.board.columns.length === 0 && props.privateNotes.length === 0
  return isBare && !isWriting ? <NothingYet /> : <BoardView {...props} />
}

function NothingYet() {
  const { ui, refusal } = useStage()
  return (
    <Empty
      title="No notes yet. One idea per note, a few words is enough."
      action={
        refusal ? undefined : (
          <Button Icon={Plus} onClick={() => ui.set({ composingIn: null })}>
            Write the first note
          </Button>
        )
      }
    />
  )
}
