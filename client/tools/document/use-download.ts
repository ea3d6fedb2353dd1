import { useEffect, useRef, useState } from 'react'
import type { Endpoint, QueryOf } from '../../../shared/http/endpoint'
import { WorkshopError } from '../../../shared/http/problem'
import { unsetScriptsHeader } from '../../../shared/tools/document/contract'
import { fetchFile } from '../../api/fetch-file'
import { useWorkshop } from '../../app/workshop-context'
import { announce } from '../../ui/announce'

/** How a download stands. */
export type DownloadState =
  | { readonly state: 'idle' }
  | { readonly state: 'making' | 'arriving' }
  | { readonly state: 'ready'; readonly url: string; readonly fileName: string; readonly unsetScripts: string }
  | { readonly state: 'failed'; readonly message: string }

/** One file to fetch: makes it, hands it to the browser, and keeps it for another press until the next one is made. */
export function useDownload<E extends Endpoint>(endpoint: E, query: QueryOf<E> | undefined, readyInWords: string) {
  const { actor } = useWorkshop()
  const [download, setDownload] = useState<DownloadState>({ state: 'idle' })
  const running = useRef<AbortController>(undefined)
  const url = download.state === 'ready' ? download.url : undefined
  useEffect(() => () => running.current?.abort(), [])
  useEffect(() => {
    return () => {
      if (url) URL.revokeObjectURL(url)
    }
  }, [url])

  async function start() {
    const controller = new AbortController()
    running.current = controller
    setDownload({ state: 'making' })
    try {
      const file = await fetchFile(endpoint, {
        params: { id: actor.workshopId },
        ...(query !== undefined && { query }),
        signal: controller.signal,
        onArriving: () => setDownload({ state: 'arriving' }),
      })
      const ready = URL.createObjectURL(file.blob)
      save(ready, file.fileName)
      const unsetScripts = decodeURIComponent(file.headers.get(unsetScriptsHeader) ?? '')
      setDownload({ state: 'ready', url: ready, fileName: file.fileName, unsetScripts })
      announce(readyInWords)
    } catch (cause) {
      if (controller.signal.aborted) return setDownload({ state: 'idle' })
      if (!(cause instanceof WorkshopError)) throw cause
      setDownload({ state: 'failed', message: cause.message })
    }
  }

  return { download, start, cancel: () => running.current?.abort() }
}

function save(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}
