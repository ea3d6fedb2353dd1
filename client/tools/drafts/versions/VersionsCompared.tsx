import type { Version } from '../../../../shared/tools/drafts/schema'
import { ScrollRegion } from '../../../ui/ScrollRegion'
import { WordDifference } from '../../../ui/WordDifference'
import { useVersionText } from './use-versions'
import type { Ends } from './VersionRow'
import { versionTime, versionTitle } from './version-words'

interface VersionsComparedProps {
  readonly draftId: string
  readonly list: readonly Version[]
  readonly ends: Ends
  /** The present text, words without markup. */
  readonly present: string
}

/** Two texts of one wording, word by word, the older one first whichever way they were picked. */
export function VersionsCompared({ draftId, list, ends, present }: VersionsComparedProps) {
  const place = (id: string) => (id === 'now' ? -1 : list.findIndex(({ versionId }) => versionId === id))
  const [older, newer] = place(ends.from) < place(ends.to) ? [ends.to, ends.from] : [ends.from, ends.to]
  const before = useEnd(draftId, list, older, present)
  const after = useEnd(draftId, list, newer, present)

  return (
    <ScrollRegion className="versions-compared" label="Compared word by word">
      {before.plain === undefined || after.plain === undefined ? (
        <p className="meta">Fetching the words…</p>
      ) : older === newer ? (
        <p className="meta">Pick two texts in the timeline to see what changed between them.</p>
      ) : (
        <WordDifference before={{ name: before.name, plain: before.plain }} after={{ name: after.name, plain: after.plain }} />
      )}
    </ScrollRegion>
  )
}

function useEnd(draftId: string, list: readonly Version[], id: string, present: string) {
  const version = list.find(({ versionId }) => versionId === id)
  const text = useVersionText(draftId, version?.versionId)
  if (!version) return { name: 'the present text', plain: present }
  return { name: version.name === undefined ? `the text of ${versionTime(version)}` : versionTitle(version), plain: text }
}
