import { Replace } from 'lucide-react'
import { useMemo, useState } from 'react'
import * as Y from 'yjs'
import { WorkshopError } from '../../../../shared/http/problem'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/drafts/contract'
import { latePlace, stepOfDraft, whyTooLate } from '../../../../shared/tools/drafts/late/late-words'
import { can } from '../../../../shared/tools/drafts/permissions'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { bodyBlocks, keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { agenda } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { ScrollRegion } from '../../../ui/ScrollRegion'
import { WordDifference } from '../../../ui/WordDifference'
import type { RescueProps } from '../../client-tool'
import { useWording, type Wording, wordingFrom } from '../live-wording'
import './late-words.css'
import { readyDoc, useDraftRoom } from '../use-draft-room'
import { useStatements } from '../use-statements'

/** Words that came too late for a wording: what they would change, and a way to make them another one. */
export function Rescue({ roomId, replica, rescueKey, onSettled }: RescueProps) {
  const { actor, name } = useWorkshop()
  const { all } = useStatements()
  const draft = all.find(({ id }) => id === roomId)
  const place = latePlace(all, roomId)
  const mine = useMemo(() => wordingIn(replica), [replica])
  const theirs = usePresentWording(draft)
  const beside = place?.state === 'beside' ? place.draft : undefined
  const { send, isBusy, problem } = useSending({ mine, beside, rescueKey, title: titleFor(name), onSettled })

  if (!draft || !theirs || mine.text === '' || mine.text === theirs.text) return null
  return (
    <div className="late-words">
      <p>{whyTooLate(draft)}</p>
      <p>Your text compared with “{draft.title}” as it is now, word by word:</p>
      <ScrollRegion className="late-words-text" label={`Your text beside “${draft.title}”`}>
        <WordDifference before={{ name: 'the wording now', plain: theirs.plain }} after={{ name: 'your text', plain: mine.plain }} />
      </ScrollRegion>
      {place?.state === 'adopted' ? (
        <p>
          “{draft.title}” is adopted. Ask your facilitator to begin a new version; then your text can stand beside it. It stays here until
          then.
        </p>
      ) : null}
      {place?.state === 'set-aside' ? (
        <p>“{draft.title}” was set aside. Ask your facilitator to bring it back. Your text stays here until then.</p>
      ) : null}
      {beside && can(actor, 'drafts/create-rival') ? (
        <Button variant="primary" Icon={Replace} busy={isBusy} onClick={send}>
          Make it another wording
        </Button>
      ) : null}
      <p role="alert">{problem ? `${problem} Your text is still here.` : null}</p>
    </div>
  )
}

interface Sending {
  readonly mine: Wording
  readonly beside: Statement | undefined
  readonly rescueKey: string
  readonly title: string
  readonly onSettled: RescueProps['onSettled']
}

function useSending({ mine, beside, rescueKey, title, onSettled }: Sending) {
  const { actor, record } = useWorkshop()
  const { all } = useStatements()
  const steps = useRecords(agenda, record)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function make(draft: Statement) {
    setBusy(true)
    setProblem(undefined)
    try {
      const target = { rivalOf: draft.id, title, key: rescueKey }
      await call(contract.importDraft, {
        params: { id: actor.workshopId },
        body: { target, file: { format: 'markdown', text: mine.text } },
      })
      const step = stepOfDraft(steps, all, draft.id)
      onSettled({ where: `another wording of “${draft.title}”`, ...(step ? { href: `/w/${actor.workshopId}/${step.id}` } : {}) })
    } catch (cause) {
      if (!(cause instanceof WorkshopError)) throw cause
      setProblem(cause.message)
      setBusy(false)
    }
  }

  return { send: () => void (beside && make(beside)), isBusy, problem }
}

/** The wording that did not take them, as everybody has it: frozen once it was adopted. */
function usePresentWording(draft: Statement | undefined): Wording | undefined {
  const adopted = draft && 'adopted' in draft ? draft.adopted : undefined
  const doc = readyDoc(useDraftRoom(adopted ? undefined : draft?.id))
  const live = useWording(doc)
  return useMemo(() => (adopted ? wordingFrom(keptBlocks(adopted)) : doc && live), [adopted, doc, live])
}

function wordingIn(replica: Uint8Array): Wording {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, replica)
  return wordingFrom(bodyBlocks(doc))
}

function titleFor(name: string): string {
  return `Late words of ${name || 'somebody'}`.slice(0, limits.titleLength)
}
