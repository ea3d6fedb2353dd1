import { BadgeCheck, Info } from 'lucide-react'
import { beforeAdopting } from '../../../../shared/tools/drafts/adopting/before-adopting'
import { nounOf } from '../../../../shared/tools/drafts/guidance'
import { can } from '../../../../shared/tools/drafts/permissions'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { classNames } from '../../../ui/class-names'
import type { Wording } from '../live-wording'
import { AdoptDialog } from './AdoptDialog'
import { type AdoptingHand, keptReason } from './adopting'
import { useAgreement } from './use-agreement'
import '../side.css'

interface BeforeAdoptProps extends AdoptingHand {
  readonly draft: Statement
  readonly wording: Wording
}

/** What stands between the draft and its adoption, and the way to it; for facilitators. */
export function BeforeAdopt({ draft, wording, adopting, setAdopting }: BeforeAdoptProps) {
  const { actor } = useWorkshop()
  const isOpen = adopting?.draftId === draft.id && adopting.sending !== 'taken'
  const { isLoaded, agreement } = useAgreement(draft.id, wording.textHash)
  if (!can(actor, 'drafts/adopt')) return null
  const { state, sentences } = beforeAdopting(agreement)
  const noun = nounOf(draft.kind)

  return (
    <>
      <section className={classNames('drafts-why', isLoaded && state === 'ready' && 'ready')} aria-labelledby="drafts-why-h">
        <h2 className="row h" id="drafts-why-h">
          <Info className="i s" aria-hidden />
          Before you adopt
        </h2>
        {wording.text === '' ? <p className="meta">There are no words yet.</p> : null}
        {wording.text !== '' ? <p className="meta">{isLoaded ? sentences.join(' ') : 'Counting answers…'}</p> : null}
        <div>
          <Button
            variant="primary"
            block
            Icon={BadgeCheck}
            disabledReason={wording.text === '' ? 'Write it first.' : undefined}
            onClick={() => setAdopting({ draftId: draft.id, title: draft.title, reason: keptReason(actor.id, draft.id), sending: 'no' })}
          >
            Adopt this {noun}
          </Button>
        </div>
      </section>
      {isOpen ? <AdoptDialog draft={draft} wording={wording} adopting={adopting} setAdopting={setAdopting} /> : null}
    </>
  )
}
