import { StickyNote } from 'lucide-react'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { WorkshopError } from '../../../../shared/http/problem'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/drafts/contract'
import { kindLabels } from '../../../../shared/tools/drafts/guidance'
import { stepOfDraft } from '../../../../shared/tools/drafts/late/late-words'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { agenda } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { toast } from '../../../ui/toast'
import type { BeginFromSourceProps } from '../../client-tool'
import { useStatements } from '../use-statements'

/** Begins another wording for a statement with the notes of a source, and goes to where it is written. */
export function BeginFromSource({ source, title, onClose }: BeginFromSourceProps) {
  const { actor, record } = useWorkshop()
  const { all, lines } = useStatements()
  const [, goTo] = useLocation()
  const fieldId = useId()
  const open = lines.flatMap(({ working }) => (working ? [working] : []))
  const [chosen, setChosen] = useState(open[0]?.id)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function begin({ id, kind }: Statement) {
    setBusy(true)
    try {
      const body = { kind, title: title.slice(0, limits.titleLength), rivalOf: id, notes: [source] }
      await call(contract.createDraft, { params: { id: actor.workshopId }, body })
      toast({ message: `A wording begins from “${title}”. It stands among the alternatives.` })
      const step = stepOfDraft(agenda.all(record), all, id)
      if (step) goTo(`/w/${actor.workshopId}/${step.id}`)
      onClose()
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
      setBusy(false)
    }
  }

  const draft = open.find(({ id }) => id === chosen) ?? open[0]
  return (
    <Dialog open onClose={onClose} title={`Start a wording from “${title}”`}>
      {draft ? (
        <>
          <p className="meta">Its notes come in as a list, and each keeps which note it is from.</p>
          <label className="field" htmlFor={fieldId}>
            <span>For which statement</span>
            <select id={fieldId} className="input" value={draft.id} onChange={(event) => setChosen(event.target.value as Statement['id'])}>
              {open.map((each) => (
                <option key={each.id} value={each.id}>
                  {nameOf(each)}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : (
        <p>No statement is being written yet. Once one is begun in a Draft step, a wording for it can start from these notes.</p>
      )}
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      <DialogActions>
        {draft ? (
          <Button variant="primary" Icon={StickyNote} busy={isBusy} onClick={() => void begin(draft)}>
            Start the wording
          </Button>
        ) : null}
        <Button onClick={onClose}>{draft ? 'Cancel' : 'Close'}</Button>
      </DialogActions>
    </Dialog>
  )
}

function nameOf({ kind, title }: Statement): string {
  return title === kindLabels[kind] ? title : `${kindLabels[kind]}: ${title}`
}
