import { Eye } from 'lucide-react'
import { useState } from 'react'
import { WorkshopError } from '../../../shared/http/problem'
import { reveal, setMode } from '../../../shared/tools/ideas/contract'
import type { IdeaMode, PromptId } from '../../../shared/tools/ideas/schema'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { call } from '../../api/call'
import { useWorkshop } from '../../app/workshop-context'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Switch } from '../../ui/Switch'
import { toast } from '../../ui/toast'
import { revealWords } from './reveal-words'

interface ModeDialogProps {
  readonly promptId: PromptId
  readonly mode: IdeaMode
  readonly onClose: () => void
}

/** Private writing, with or without names, and the reveal. */
export function ModeDialog({ promptId, mode, onClose }: ModeDialogProps) {
  const { actor } = useWorkshop()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const params = { id: actor.workshopId, promptId }
  const isPrivate = mode.writing === 'private'

  async function act(run: () => Promise<unknown>) {
    setBusy(true)
    setProblem(null)
    try {
      await run()
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error
      setProblem(error.message)
    } finally {
      setBusy(false)
    }
  }
  const change = (wanted: Pick<IdeaMode, 'writing' | 'anonymous'>) => act(() => call(setMode, { params, body: wanted }))
  const revealAll = () =>
    act(async () => {
      const { revealed } = await call(reveal, { params })
      toast({ message: `${countWords(revealed, 'note')} revealed` })
      onClose()
    })

  return (
    <Dialog open onClose={onClose} title="How notes are written">
      <Switch
        label="Private writing"
        hint="Everybody sees only their own notes until you reveal them all at once. You see a count."
        checked={isPrivate}
        onChange={(on) => void change({ writing: on ? 'private' : 'open', anonymous: on && mode.anonymous })}
      />
      <Switch
        label="Without names"
        hint="Notes are revealed in random order and nobody, you included, ever sees who wrote which."
        checked={mode.anonymous}
        onChange={(on) => void change({ writing: on ? 'private' : mode.writing, anonymous: on })}
      />
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      {mode.privateCount > 0 ? (
        <p className="meta">
          Revealing puts {countWords(mode.privateCount, 'note')} on the board {mode.anonymous ? 'without names' : 'with their authors'} and
          cannot be taken back. After it everybody writes openly, with names.
        </p>
      ) : null}
      <DialogActions>
        {isPrivate || mode.privateCount > 0 ? (
          <Button
            variant="primary"
            Icon={Eye}
            busy={busy}
            disabledReason={mode.privateCount === 0 ? 'Nobody has written a private note yet.' : undefined}
            onClick={() => void revealAll()}
          >
            {revealWords(mode.privateCount)}
          </Button>
        ) : null}
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  )
}
