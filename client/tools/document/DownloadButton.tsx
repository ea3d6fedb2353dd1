import { Download, LoaderCircle, type LucideIcon } from 'lucide-react'
import { useId } from 'react'
import type { Endpoint, QueryOf } from '../../../shared/http/endpoint'
import { Button } from '../../ui/Button'
import { type DownloadState, useDownload } from './use-download'

interface DownloadButtonProps<E> {
  readonly label: string
  readonly detail: string
  readonly file: string
  readonly Icon: LucideIcon
  /** What is in it, for example `7 sections`. */
  readonly size: string
  readonly endpoint: E
  readonly query: QueryOf<E> | undefined
  readonly blocked?: string | undefined
}

/** One press makes a file; the line below says how far it is, and then holds it. */
export function DownloadButton<E extends Endpoint>({ label, detail, file, Icon, size, endpoint, query, blocked }: DownloadButtonProps<E>) {
  const { download, start, cancel } = useDownload(endpoint, query, `${file} ready, ${size}.`)
  const statusId = useId()
  const isBusy = download.state === 'waiting' || download.state === 'making' || download.state === 'arriving'
  const Trailing = isBusy ? LoaderCircle : Download
  return (
    <>
      <button
        type="button"
        className="document-format"
        aria-describedby={statusId}
        aria-disabled={blocked || isBusy ? true : undefined}
        aria-busy={isBusy || undefined}
        onClick={() => {
          if (!blocked && !isBusy) void start()
        }}
      >
        <Icon className="i" aria-hidden />
        <span className="grow">
          <b>{label}</b>
          <span className="fine">{detail}</span>
        </span>
        <Trailing className={isBusy ? 'i s spin' : 'i s'} aria-hidden />
      </button>
      <div id={statusId} className="document-status">
        {blocked ? <span className="fine">{blocked}</span> : <Status download={download} file={file} size={size} onCancel={cancel} />}
      </div>
    </>
  )
}

interface StatusProps {
  readonly download: DownloadState
  readonly file: string
  readonly size: string
  readonly onCancel: () => void
}

function Status({ download, file, size, onCancel }: StatusProps) {
  switch (download.state) {
    case 'idle':
      return null
    case 'waiting':
    case 'making':
    case 'arriving':
      return (
        <span className="row between fine" role="status">
          {progressInWords(download.state, file, size)}
          <Button variant="ghost" size="sm" onClick={onCancel}>
            Cancel
          </Button>
        </span>
      )
    case 'ready':
      return (
        <>
          <span className="fine">
            {download.words}{' '}
            <a href={download.url} download={download.fileName}>
              Download<span className="vh"> the {file} again</span>
            </a>
          </span>
          {download.unsetScripts ? (
            <span className="document-unset">
              This PDF has no letters for: {download.unsetScripts}. Those places are marked in it; the Word file and the web page hold the
              full text.
            </span>
          ) : null}
        </>
      )
    case 'failed':
      return (
        <span className="errmsg" role="alert">
          {download.message}
        </span>
      )
  }
}

function progressInWords(state: 'waiting' | 'making' | 'arriving', file: string, size: string): string {
  switch (state) {
    case 'waiting':
      return 'Two other files are being made first …'
    case 'making':
      return `Making the ${file} with ${size} …`
    case 'arriving':
      return `Receiving the ${file} …`
  }
}
