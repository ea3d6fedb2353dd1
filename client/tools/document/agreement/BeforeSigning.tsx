import { Check, CircleAlert, CircleHelp, FileStack, FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { Suspense, useMemo, useState } from 'react'
import { atLeast } from '../../../../shared/access/actor'
import { type AgreementOutline, agreementNotice, agreementOutlines } from '../../../../shared/content/working-agreement'
import { plural } from '../../../../shared/doc/words'
import { changedSince, openInText, openInWorkshop, type SigningFinding } from '../../../../shared/tools/document/agreement/before-signing'
import { checksBeforeSigning, type SigningCheck } from '../../../../shared/tools/document/agreement/signing-checks'
import { downloads } from '../../../../shared/tools/document/contract'
import { fillsOf } from '../../../../shared/tools/fills'
import { useDocs } from '../../../app/docs-context'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import type { ComposedTextProps } from '../../client-tool'
import { DownloadButton } from '../DownloadButton'
import { ComposeDialog } from './ComposeDialog'
import './agreement.css'
import '../document.css'

/** Everything to look at before people sign an agreement. Hints only: nothing here stops anybody. */
export function BeforeSigning(props: ComposedTextProps) {
  const outline = agreementOutlines.find(({ id }) => id === props.composedFrom.outline)
  if (!outline) return null
  return (
    <Suspense fallback={<p className="meta">Looking it over…</p>}>
      <LookedOver {...props} outline={outline} />
    </Suspense>
  )
}

function LookedOver({
  draftId,
  composedFrom,
  blocks,
  isAdopted,
  onShow,
  outline,
}: ComposedTextProps & { readonly outline: AgreementOutline }) {
  const { actor } = useWorkshop()
  const docs = useDocs()
  const { changed, open, checks } = useMemo(() => {
    const fills = fillsOf(docs)
    return {
      changed: changedSince(outline, composedFrom, { fills, parties: docs.parties() }, blocks),
      open: openInWorkshop(outline, fills),
      checks: checksBeforeSigning(fills),
    }
  }, [docs, outline, composedFrom, blocks])
  const inText = useMemo(() => openInText(outline, blocks), [outline, blocks])
  const [isComposing, setComposing] = useState(false)
  const anew =
    !isAdopted && changed.length > 0 && atLeast(actor.role, 'contributor') ? (
      <Button size="sm" Icon={FileStack} onClick={() => setComposing(true)}>
        Put it together anew…
      </Button>
    ) : null

  return (
    <section className="agreement-before" aria-labelledby={`before-${draftId}`}>
      <header>
        <h2 className="h" id={`before-${draftId}`}>
          Before you sign
        </h2>
        <p className="meta" role="status">
          {inText.length === 0
            ? 'Every part has its words.'
            : `${plural(inText.length, 'place')} in the text ${inText.length === 1 ? 'is' : 'are'} open.`}
        </p>
      </header>
      <Findings title="In the text" findings={inText} onShow={isAdopted ? undefined : onShow} />
      <Findings title="Since it was put together" findings={changed} foot={anew} />
      <Findings title="In the workshop" findings={open} />
      <div>
        <h3 className="agreement-sub">Ask yourselves</h3>
        <ul className="agreement-findings">
          {checks.map((check) => (
            <CheckRow key={check.id} check={check} />
          ))}
        </ul>
      </div>
      <details>
        <summary className="agreement-sub">What each part must say</summary>
        <dl className="agreement-must">
          {outline.sections.map(({ id, heading, purpose, mustState }) => (
            <div key={id}>
              <dt>{heading}</dt>
              <dd>
                {purpose} {mustState.join('; ')}.
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <DownloadButton
        label="Word file, ready to sign"
        detail="With a signature block for each partner"
        file="Word file"
        Icon={FileText}
        size="the working agreement"
        endpoint={downloads.docx}
        query={{ parts: 'agreement' }}
      />
      <p className="fine">{agreementNotice}</p>
      {isComposing ? (
        <ComposeDialog beside={{ draftId, outline: outline.id }} onBegun={() => {}} onClose={() => setComposing(false)} />
      ) : null}
    </section>
  )
}

interface FindingsProps {
  readonly title: string
  readonly findings: readonly SigningFinding[]
  readonly onShow?: ((heading: string) => void) | undefined
  readonly foot?: ReactNode
}

function Findings({ title, findings, onShow, foot }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <div>
      <h3 className="agreement-sub">{title}</h3>
      <ul className="agreement-findings">
        {findings.map(({ words, heading }) => (
          <li key={words} className="open">
            <CircleAlert className="i s" aria-hidden />
            <span>
              {words}{' '}
              {heading && onShow ? (
                <button type="button" className="agreement-show" onClick={() => onShow(heading)}>
                  Show<span className="vh"> “{heading}” in the text</span>
                </button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {foot}
    </div>
  )
}

const icons = { good: Check, open: CircleAlert, judge: CircleHelp } as const
const stateWords = { good: 'Fits', open: 'Look again', judge: 'Ask yourselves' } as const

function CheckRow({ check: { text, state, found } }: { readonly check: SigningCheck }) {
  const Icon = icons[state]
  return (
    <li className={state}>
      <Icon className="i s" aria-hidden />
      <span>
        <span className="vh">{stateWords[state]}: </span>
        {text}
        {found.map((words) => (
          <span key={words} className="agreement-found">
            {words}
          </span>
        ))}
      </span>
    </li>
  )
}
