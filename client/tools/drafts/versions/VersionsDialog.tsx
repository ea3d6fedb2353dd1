import { useCallback, useState } from 'react'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { Statement, Version } from '../../../../shared/tools/drafts/schema'
import { participants } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Empty } from '../../../ui/Empty'
import { toast } from '../../../ui/toast'
import { attempt } from '../attempt'
import type { Wording } from '../live-wording'
import { useReadOnlyReason } from '../use-statements'
import { NameVersion } from './NameVersion'
import { RestoreQuestion } from './RestoreQuestion'
import { useVersions } from './use-versions'
import { type Ends, PresentRow, VersionRow } from './VersionRow'
import { VersionsCompared } from './VersionsCompared'
import { versionTime } from './version-words'
import './versions.css'

interface VersionsDialogProps {
  readonly draft: Statement
  /** As it reads just now; others may go on writing. */
  readonly wording: Wording
  readonly onClose: () => void
}

/** What a wording said before: who wrote and when, any two texts compared, and the way back to each. */
export function VersionsDialog({ draft, wording, onClose }: VersionsDialogProps) {
  const { actor } = useWorkshop()
  const versions = useVersions(draft.id)
  const nameOf = useNames()
  const mayWrite = useReadOnlyReason(draft) === undefined && draft.state === 'open'
  const [picked, setPicked] = useState<Ends>()
  const [restoring, setRestoring] = useState<Version>()
  const latest = versions.list.find(({ textHash }) => textHash !== wording.textHash) ?? versions.list[0]
  const ends = picked ?? { from: latest?.versionId ?? 'now', to: 'now' }

  async function restore(version: Version) {
    const params = { id: actor.workshopId, draftId: draft.id, versionId: version.versionId }
    const done = await attempt(() => call(contract.restoreVersion, { params }))
    if (!done) return setRestoring(undefined)
    onClose()
    const { before } = done
    toast({
      message: `The draft says again what it said on ${versionTime(version)}.`,
      ...(before ? { action: { label: 'Undo', run: () => void undo(params, before) } } : {}),
    })
  }

  return (
    <Dialog open wide onClose={onClose} title={`Versions of ${draft.title}`}>
      {mayWrite && wording.text !== '' ? <NameVersion draftId={draft.id} onNamed={() => void versions.refresh()} /> : null}
      {versions.problem === undefined ? null : <Banner tone="bad">{versions.problem}</Banner>}
      {versions.isLoaded && versions.list.length === 0 && versions.problem === undefined ? (
        <Empty title="No versions yet">
          The first one is kept automatically a minute after somebody has written. You can name the present text at any time.
        </Empty>
      ) : null}
      {versions.list.length > 0 ? (
        <div className="versions">
          <section aria-label="Timeline" className="versions-timeline">
            <p className="fine versions-ends-head" aria-hidden>
              <span>from</span>
              <span>to</span>
            </p>
            <ol reversed className="versions-list">
              <PresentRow ends={ends} onPick={setPicked}>
                {draft.state === 'open' ? 'As everybody sees it, live' : 'As it stays'}
              </PresentRow>
              {versions.list.map((version) => (
                <VersionRow
                  key={version.versionId}
                  version={version}
                  nameOf={nameOf}
                  ends={ends}
                  onPick={setPicked}
                  isPresent={version.textHash === wording.textHash}
                  onRestore={mayWrite ? () => setRestoring(version) : undefined}
                />
              ))}
            </ol>
            {versions.hasMore ? (
              <Button variant="ghost" size="sm" onClick={() => void versions.more()}>
                Show earlier ones
              </Button>
            ) : null}
          </section>
          <VersionsCompared draftId={draft.id} list={versions.list} ends={ends} present={wording.plain} />
        </div>
      ) : null}
      <DialogActions inView>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
      {restoring ? (
        <RestoreQuestion version={restoring} onRestore={() => restore(restoring)} onClose={() => setRestoring(undefined)} />
      ) : null}
    </Dialog>
  )
}

/** Back to what the draft said before; what was written meanwhile is kept as a version too. */
async function undo(params: Readonly<Record<'id' | 'draftId', string>>, { versionId }: Version): Promise<void> {
  const undone = await attempt(() => call(contract.restoreVersion, { params: { ...params, versionId } }))
  if (undone) toast({ message: 'The draft is back as it was.' })
}

function useNames(): (participantId: string) => string {
  const { actor, record } = useWorkshop()
  const people = useRecords(participants, record)
  return useCallback(
    (participantId) =>
      participantId === actor.id ? 'you' : (people.find(({ id }) => id === participantId)?.name ?? 'somebody who is no longer here'),
    [actor.id, people],
  )
}
