import { PenLine, Undo2 } from 'lucide-react'
import { Suspense, useState } from 'react'
import { dayInWords } from '../../../../shared/doc/day'
import { signatures } from '../../../../shared/tools/drafts/collections'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { AdoptedStatement } from '../../../../shared/tools/drafts/schema'
import { mayTakeBack, type Signatory, signatoriesOf, signedInWords, signsAs } from '../../../../shared/tools/drafts/signing/signatories'
import { participants } from '../../../../shared/workshop/collections'
import { call } from '../../../api/call'
import { useDocs } from '../../../app/docs-context'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord, useRecords } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { attempt } from '../attempt'
import { SignDialog } from './SignDialog'
import './signing.css'

/** Who has signed an agreement in force and who is to, with the way to sign. */
export function SigningPart({ statement }: { readonly statement: AdoptedStatement }) {
  return (
    <Suspense fallback={null}>
      <Signing statement={statement} />
    </Suspense>
  )
}

function Signing({ statement }: { readonly statement: AdoptedStatement }) {
  const { actor, record } = useWorkshop()
  const parties = useDocs().parties()
  const all = useRecords(signatures, record)
  const me = useRecord(participants, record, actor.id)
  const [signing, setSigning] = useState<Signatory>()
  const rows = signatoriesOf(statement.id, all, parties)
  const gone = all.filter(({ draftId, takenBack }) => draftId === statement.id && takenBack !== undefined)
  const own = (row: Signatory) => !row.signature && signsAs(actor, me?.organisation, row.party) === 'own'
  // One's own partner is what one came for.
  const sorted = [...rows.filter(own), ...rows.filter((row) => !own(row))]

  return (
    <section className="drafts-signing" aria-labelledby={`sign-${statement.id}`}>
      <h3 className="h" id={`sign-${statement.id}`}>
        Signatures
      </h3>
      <p className="meta" role="status">
        {rows.length === 0 ? 'There are no partners on the list yet. Whoever is on it can sign.' : signedInWords(rows)}
      </p>
      <ul className="signing-rows">
        {sorted.map((row) => (
          <SignatoryRow
            key={row.party.id}
            row={row}
            as={signsAs(actor, me?.organisation, row.party)}
            draftId={statement.id}
            onSign={() => setSigning(row)}
          />
        ))}
      </ul>
      {gone.length > 0 ? (
        <details>
          <summary className="meta">Taken back ({gone.length})</summary>
          <ul className="meta">
            {gone.map(({ id, partyName, name, day, takenBack }) => (
              <li key={id}>
                {partyName}: {name} signed on {dayInWords(Date.parse(day))}; taken back on {dayInWords(takenBack?.atMs ?? 0)} by{' '}
                {takenBack?.byName}.
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {signing ? (
        <SignDialog
          statement={statement}
          party={signing.party}
          isOwn={signsAs(actor, me?.organisation, signing.party) === 'own'}
          onClose={() => setSigning(undefined)}
        />
      ) : null}
    </section>
  )
}

interface SignatoryRowProps {
  readonly row: Signatory
  readonly as: 'own' | 'recorder' | undefined
  readonly draftId: string
  readonly onSign: () => void
}

function SignatoryRow({ row: { party, signature }, as, draftId, onSign }: SignatoryRowProps) {
  const { actor } = useWorkshop()

  async function takeBack(signatureId: string) {
    await attempt(() => call(contract.takeSignatureBack, { params: { id: actor.workshopId, draftId, signatureId } }))
  }

  return (
    <li className="signing-row">
      <span className="signing-who">
        <b>{party.name}</b>
        <span className="meta">
          {signature
            ? `${signature.name}, ${signature.roleTitle}, signed on ${dayInWords(Date.parse(signature.day))}${signature.recorded ? `, written down by ${signature.byName}` : ''}`
            : 'Not signed yet'}
        </span>
      </span>
      {!signature && as ? (
        <Button
          size="sm"
          variant={as === 'own' ? 'primary' : 'plain'}
          Icon={PenLine}
          aria-label={signLabel(as, party.name)}
          onClick={onSign}
        >
          {as === 'own' ? 'Sign' : 'Write down'}
        </Button>
      ) : null}
      {signature && mayTakeBack(actor, signature) ? (
        <Button
          size="sm"
          variant="ghost"
          Icon={Undo2}
          aria-label={`Take back the signature of ${party.name}`}
          onClick={() => void takeBack(signature.id)}
        >
          Take back
        </Button>
      ) : null}
    </li>
  )
}

function signLabel(as: 'own' | 'recorder', name: string): string {
  return as === 'own' ? `Sign for ${name}` : `Write down the signature of ${name}`
}
