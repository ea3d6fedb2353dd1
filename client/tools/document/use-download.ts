import { useEffect, useRef, useState } from 'react'
import type { Endpoint, QueryOf } from '../../../shared/http/endpoint'
import { WorkshopError } from '../../../shared/http/problem'
import { unsetScriptsHeader } from '../../../shared/tools/document/contract'
import { type FetchedFile, fetchFile } from '../../api/fetch-file'
import { useWorkshop } from '../../app/workshop-context'
import { announce } from '../../ui/announce'

/** How a download stands. */
export type DownloadState =
  | { readonly state: 'idle' }
  | { readonly state: 'waiting' | 'making' | 'arriving' }
  /** `words` say what is in this file, whatever is chosen by now. */
  | { readonly state: 'ready'; readonly words: string; readonly url: string; readonly fileName: string; readonly unsetScripts: string }
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
    try {
      const file = await inTurn(controller.signal, {
        onWaiting: () => setDownload({ state: 'waiting' }),
        ask: () => {
          setDownload({ state: 'making' })
          return fetchFile(endpoint, {
            params: { id: actor.workshopId },
            ...(query !== undefined && { query }),
            signal: controller.signal,
            onArriving: () => setDownload({ state: 'arriving' }),
          })
        },
      })
      const ready = URL.createObjectURL(file.blob)
      save(ready, file.fileName)
      const unsetScripts = decodeURIComponent(file.headers.get(unsetScriptsHeader) ?? '')
      setDownload({ state: 'ready', words: readyInWords, url: ready, fileName: file.fileName, unsetScripts })
      announce(readyInWords)
    } catch (cause) {
      if (controller.signal.aborted) return setDownload({ state: 'idle' })
      if (!(cause instanceof WorkshopError)) throw cause
      setDownload({ state: 'failed', message: cause.message })
    }
  }

  return { download, start, cancel: () => running.current?.abort() }
}

const askAgainMs = 1_500
const mostAttempts = 20

interface Turn {
  readonly ask: () => Promise<FetchedFile>
  readonly onWaiting: () => void
}

/** Two files of a workshop are made at once; a third waits here until one of them is done. */
async function inTurn(signal: AbortSignal, { ask, onWaiting }: Turn): Promise<FetchedFile> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (cause) {
      if (!(cause instanceof WorkshopError) || cause.code !== 'export/busy' || attempt === mostAttempts) throw cause
      onWaiting()
      await new Promise((resolve) => setTimeout(resolve, askAgainMs * (0.7 + 0.6 * Math.random())))
      signal.throwIfAborted()
    }
  }
}

function save(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}
