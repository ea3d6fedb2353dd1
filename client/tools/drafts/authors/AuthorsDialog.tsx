import { History } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import type { ResultOf } from '../../../../shared/http/endpoint'
import { WorkshopError } from '../../../../shared/http/problem'
import { withVersionBefore, wordShares } from '../../../../shared/tools/drafts/authors/authored-words'
import { contract } from '../../../../shared/tools/drafts/contract'
import { plainText } from '../../../../shared/tools/drafts/plain-text'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { Avatar } from '../../../ui/Avatar'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { classNames } from '../../../ui/class-names'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { ScrollRegion } from '../../../ui/ScrollRegion'
import { VersionEvidence } from '../evidence/EvidenceDialog'
import { type TracedVersion, versionBehind } from '../evidence/traced-version'
import { useStatements } from '../use-statements'
import './authors.css'

type Runs = ResultOf<typeof contract.getAuthors>['runs']

interface AuthorsDialogProps {
  readonly draft: Statement
  readonly onClose: () => void
}

/** Who wrote which words: the text in people's colours, and the same as a list. */
export function AuthorsDialog({ draft, onClose }: AuthorsDialogProps) {
  const { record } = useWorkshop()
  const { runs: written, problem } = useAuthors(draft.id)
  const { all } = useStatements()
  const [isBeforeShown, setBeforeShown] = useState(false)
  const begun = all.find(({ id }) => id === draft.rivalOf) ?? draft
  const before = useMemo(() => versionBehind(all, begun.revises), [all, begun.revises])
  const runs = useMemo(
    () => written && (before ? withVersionBefore(written, plainText(keptBlocks(before.adopted))) : written),
    [written, before],
  )
  const people = useRecords(participants, record)
  const personOf = (id: string | undefined) => people.find((person) => person.id === id)
  return (
    <Dialog open wide onClose={onClose} title="Who wrote which words">
      {problem === undefined ? null : <Banner tone="bad">{problem}</Banner>}
      {runs === undefined && problem === undefined ? <p className="meta">Looking it up…</p> : null}
      {runs && runs.length === 0 ? <p className="meta">No words yet.</p> : null}
      {runs && runs.length > 0 ? (
        <>
          <ul className="authors-list" aria-label="Words by person">
            {wordShares(runs).map(({ participantId, isFromBefore, words }) => {
              const person = personOf(participantId)
              return (
                <li key={participantId ?? `nobody ${isFromBefore}`} className="row wrap">
                  {person ? <Avatar person={person} size="s" decorative /> : null}
                  <span>{participantId === undefined ? fromWhere(isFromBefore, before) : (person?.name ?? 'Somebody who has left')}</span>
                  <span className="meta">{plural(words, 'word')}</span>
                  {isFromBefore && before ? (
                    <Button size="sm" Icon={History} onClick={() => setBeforeShown(true)}>
                      Version {before.version} and where its words come from
                    </Button>
                  ) : null}
                </li>
              )
            })}
          </ul>
          <ScrollRegion className="voice authors-text" label="The text in people’s colours">
            {runs.map(({ text, participantId }, at) => {
              const person = personOf(participantId)
              const key = `${at}`
              return person && text.trim() !== '' ? (
                <span key={key} className={classNames('authored', `c${person.colour}`)} title={person.name}>
                  {text}
                </span>
              ) : (
                <span key={key}>{text}</span>
              )
            })}
          </ScrollRegion>
        </>
      ) : null}
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
      {isBeforeShown && before ? <VersionEvidence {...before} onClose={() => setBeforeShown(false)} /> : null}
    </Dialog>
  )
}

function fromWhere(isFromBefore: boolean | undefined, before: TracedVersion | undefined): string {
  if (isFromBefore && before) return `From version ${before.version}`
  return before ? 'Brought in from a file or notes' : 'Brought in: from the version before, a file or notes'
}

function useAuthors(draftId: string): { readonly runs?: Runs; readonly problem?: string } {
  const { actor } = useWorkshop()
  const [state, setState] = useState<{ readonly runs?: Runs; readonly problem?: string }>({})
  useEffect(() => {
    let isShown = true
    call(contract.getAuthors, { params: { id: actor.workshopId, draftId } }).then(
      ({ runs }) => isShown && setState({ runs }),
      (cause: unknown) => {
        if (!(cause instanceof WorkshopError)) throw cause
        if (isShown) setState({ problem: cause.message })
      },
    )
    return () => {
      isShown = false
    }
  }, [actor.workshopId, draftId])
  return state
}
