import { CalendarCheck, Copy, FilePen, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { isReviewDue } from '../../../../shared/tools/drafts/adopting/review'
import { can } from '../../../../shared/tools/drafts/permissions'
import type { AdoptedStatement } from '../../../../shared/tools/drafts/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { AuthorsButton } from '../authors/AuthorsButton'
import { copyWords } from '../copy-words'
import type { Wording } from '../live-wording'
import { VersionsButton } from '../versions/VersionsButton'
import { ReviewDialog } from './ReviewDialog'
import { ReviseDialog } from './ReviseDialog'

interface AdoptedActionsProps {
  readonly statement: AdoptedStatement
  readonly wording: Wording
  /** A new version of it is being written. */
  readonly isRevised: boolean
  /** Shows where its words come from. */
  readonly onOrigins: () => void
}

/** What can be done with a wording in force. */
export function AdoptedActions({ statement, wording, isRevised, onOrigins }: AdoptedActionsProps) {
  const { actor, serverNow } = useWorkshop()
  const [dialog, setDialog] = useState<'revise' | 'review'>()
  const isDue = isReviewDue(statement, serverNow())
  const close = () => setDialog(undefined)
  return (
    <div className="row wrap drafts-adopted-acts">
      {can(actor, 'drafts/review') && !isRevised ? (
        <Button size="sm" variant={isDue ? 'primary' : 'plain'} Icon={CalendarCheck} onClick={() => setDialog('review')}>
          Reviewed, stays as it is
        </Button>
      ) : null}
      {can(actor, 'drafts/revise') && !isRevised ? (
        <Button size="sm" Icon={FilePen} onClick={() => setDialog('revise')}>
          Revise…
        </Button>
      ) : null}
      <Button size="sm" variant="ghost" Icon={Copy} onClick={() => void copyWords(statement.adopted.text)}>
        Copy the text
      </Button>
      <VersionsButton draft={statement} wording={wording} />
      {statement.adopted.evidence ? (
        <Button size="sm" variant="ghost" Icon={Waypoints} onClick={onOrigins}>
          Where the words come from
        </Button>
      ) : null}
      <AuthorsButton draft={statement} />
      {dialog === 'revise' ? <ReviseDialog statement={statement} onClose={close} /> : null}
      {dialog === 'review' ? <ReviewDialog statement={statement} onClose={close} /> : null}
    </div>
  )
}
