import { Download, ShieldCheck } from 'lucide-react'
import { contract } from '../../../../shared/tools/votes/contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { urlOf } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'

const formats = [
  { format: 'csv', label: 'Results as CSV' },
  { format: 'json', label: 'Whole vote as JSON' },
] as const

/** The vote as files: a table of its results, or all that is needed to count it again. */
export function RoundExport({ round }: { readonly round: Round }) {
  const { workshopId } = useWorkshop().actor
  return (
    <section className="votes-part votes-export">
      <h3 className="h">Take the result with you</h3>
      <div className="row wrap">
        {formats.map(({ format, label }) => (
          <a
            key={format}
            className="btn sm"
            href={urlOf(contract.exportRound, { params: { id: workshopId, roundId: round.id }, query: { format } })}
            download
          >
            <Download className="i s" aria-hidden />
            {label}
          </a>
        ))}
        <a className="btn sm" href="/verify">
          <ShieldCheck className="i s" aria-hidden />
          Check this count
        </a>
      </div>
      <p className="fine">Checking asks for the JSON file. It counts the vote again on your own device.</p>
    </section>
  )
}
