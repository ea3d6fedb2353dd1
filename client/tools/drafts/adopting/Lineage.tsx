import { inForceInWords, wasDueInWords } from '../../../../shared/tools/drafts/adopting/adoption-outline'
import { type AdoptedVersion, changesBetween, changesInWords, lineageOf } from '../../../../shared/tools/drafts/adopting/lineage'
import { drafts } from '../../../../shared/tools/drafts/collections'
import { minorityStatementOf } from '../../../../shared/tools/drafts/minority/minority'
import { leftOpen } from '../../../../shared/tools/drafts/minority/minority-outline'
import { plainText } from '../../../../shared/tools/drafts/plain-text'
import type { AdoptedStatement } from '../../../../shared/tools/drafts/schema'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { WordDifference } from '../../../ui/WordDifference'
import { AdoptionProof } from './AdoptionProof'
import './lineage.css'
import { MinorityPart } from '../minority/MinorityPart'
import { WordingView } from '../WordingView'

/** Every version of a statement that was in force: its day, what it changed and why, its words and their proof. */
export function Lineage({ statement }: { readonly statement: AdoptedStatement }) {
  const { record } = useWorkshop()
  const all = useRecords(drafts, record)
  const versions = lineageOf(all, statement)
  if (versions.length < 2) return null
  return (
    <section className="lineage" aria-labelledby={`lineage-${statement.id}`}>
      <h3 className="h" id={`lineage-${statement.id}`}>
        Versions
      </h3>
      <ol>
        {versions.map((version, at) => (
          <LineageRow
            key={version.id}
            version={version}
            before={versions[at - 1]}
            after={versions[at + 1]}
            isLeftOpen={minorityStatementOf(all, version.id)?.state === 'open'}
          />
        ))}
      </ol>
    </section>
  )
}

interface LineageRowProps {
  readonly version: AdoptedVersion
  readonly before: AdoptedVersion | undefined
  readonly after: AdoptedVersion | undefined
  /** Its minority statement was never closed. */
  readonly isLeftOpen: boolean
}

function LineageRow({ version, before, after, isLeftOpen }: LineageRowProps) {
  const due = wasDueInWords(version)
  return (
    <li className="lineage-row">
      <p>
        <b>Version {version.version}</b>, <span className="meta">{inForceInWords(version, after)}.</span>
      </p>
      {due === undefined || version.isInForce ? null : <p className="meta">{due}</p>}
      {before && version.why !== undefined ? <p className="meta">Why: {version.why}</p> : null}
      {before ? <Changes before={before} after={version} /> : null}
      {version.isInForce ? null : (
        <details>
          <summary className="meta">Read version {version.version}</summary>
          <WordingView blocks={keptBlocks(version.adopted)} className="drafts-text" />
          <AdoptionProof adopted={version.adopted} reviews={version.reviews} />
          {isLeftOpen ? null : <MinorityPart draftId={version.id} isAdopted />}
        </details>
      )}
      {isLeftOpen && !version.isInForce ? (
        <>
          <p className="meta">
            Minority statement on version {version.version}: {leftOpen}
          </p>
          <MinorityPart draftId={version.id} isAdopted />
        </>
      ) : null}
    </li>
  )
}

function Changes({ before, after }: { readonly before: AdoptedVersion; readonly after: AdoptedVersion }) {
  return (
    <details>
      <summary className="meta">{changesInWords(changesBetween(before, after))}</summary>
      <WordDifference
        before={{ name: `version ${before.version}`, plain: plainText(keptBlocks(before.adopted)) }}
        after={{ name: `version ${after.version}`, plain: plainText(keptBlocks(after.adopted)) }}
      />
    </details>
  )
}
