import { Braces, FileArchive, FileCheck2, FileCode, FileText, Globe, type LucideIcon } from 'lucide-react'
import { downloadArchive, downloads, type Format, formats } from '../../../shared/tools/document/contract'
import { queryOf } from '../../../shared/tools/document/parts'
import { can } from '../../../shared/tools/document/permissions'
import type { DocumentChoice } from '../../../shared/tools/document/schema'
import { useWorkshop } from '../../app/workshop-context'
import { DownloadButton } from './DownloadButton'

interface FormatWords {
  readonly label: string
  readonly detail: string
  /** In a sentence, for example `Word file`. */
  readonly file: string
  readonly Icon: LucideIcon
}

const words: Record<Format, FormatWords> = {
  docx: { label: 'Word', detail: 'Real headings and tables', file: 'Word file', Icon: FileText },
  pdf: { label: 'PDF', detail: 'Tagged, ready to print', file: 'PDF', Icon: FileCheck2 },
  md: { label: 'Markdown', detail: 'For wikis and repositories', file: 'Markdown file', Icon: FileCode },
  html: { label: 'Web page', detail: 'One file, opens anywhere', file: 'Web page', Icon: Globe },
  json: { label: 'Data', detail: 'The document as JSON', file: 'Data file', Icon: Braces },
}

interface DownloadsProps {
  readonly choice: DocumentChoice
  readonly sectionCount: number
}

/** The document in every format and, for facilitators, everything at once. */
export function Downloads({ choice, sectionCount }: DownloadsProps) {
  const { actor } = useWorkshop()
  const blocked = choice.parts.length === 0 ? 'Tick at least one part first.' : undefined
  const sections = sectionCount === 1 ? '1 section' : `${sectionCount} sections`
  return (
    <section>
      <h2 className="h">Download</h2>
      <ul className="document-formats">
        {formats.map((format) => (
          <li key={format}>
            <DownloadButton {...words[format]} size={sections} endpoint={downloads[format]} query={queryOf(choice)} blocked={blocked} />
          </li>
        ))}
        {can(actor, 'document/archive') ? (
          <li>
            <DownloadButton
              label="Everything"
              detail="One ZIP: all formats, JSON and tables"
              file="ZIP"
              Icon={FileArchive}
              size="everything that all may read"
              endpoint={downloadArchive}
              query={undefined}
            />
          </li>
        ) : null}
      </ul>
    </section>
  )
}
