import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { limits } from '../../../../shared/sync/limits'
import { problem } from '../../../../shared/tools/drafts/problems'

/** What a Word file may unpack to. Source: THREATS section 6. */
const unpacked = { bytes: 50 * 1024 * 1024, entries: 1_000, ratio: 100 } as const
const readingMs = 10_000
const readingMegabytes = 256

/**
 * The body of a Word file as simple HTML, read in a worker with bounded time and memory.
 *
 * Pictures, scripts and outside links of the file are not read.
 *
 * @throws WorkshopError `draft/unreadable`
 */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength > limits.importBytes || !isModestArchive(bytes)) throw unreadable()
  const worker = new Worker(workerSource, {
    eval: true,
    workerData: { bytes, mammoth: find('mammoth'), fflate: find('fflate') },
    resourceLimits: { maxOldGenerationSizeMb: readingMegabytes },
  })
  const timer = setTimeout(() => void worker.terminate(), readingMs)
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.once('message', (answer: unknown) => {
        const read = Answer.safeParse(answer)
        if (read.success) resolve(read.data.html)
        else reject(unreadable(answer))
      })
      worker.once('error', (cause) => reject(unreadable(cause)))
      worker.once('exit', () => reject(unreadable()))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function find(packageName: string): string {
  return createRequire(import.meta.url).resolve(packageName)
}

const Answer = z.object({ html: z.string() })

/** Looks at the archive's own list before anything is unpacked. */
function isModestArchive(bytes: Uint8Array): boolean {
  let entries = 0
  let total = 0
  try {
    unzipSync(bytes, {
      filter({ originalSize }) {
        entries += 1
        total += originalSize
        return false
      },
    })
  } catch {
    return false // Not an archive at all.
  }
  return entries > 0 && entries <= unpacked.entries && total <= unpacked.bytes && total <= bytes.byteLength * unpacked.ratio
}

function unreadable(cause?: unknown): Error {
  return problem('draft/unreadable', { format: 'a Word file (.docx)' }, { cause })
}

/**
 * Plain CommonJS text: a worker's file would have to be found again in the built server.
 *
 * The archive is unpacked into buffers of the sizes it declared and packed again, so that one that lies about them
 * cannot make the reader unpack more.
 */
const workerSource = `
const { parentPort, workerData } = require('node:worker_threads')
const mammoth = require(workerData.mammoth)
const { unzipSync, zipSync } = require(workerData.fflate)
const parts = unzipSync(workerData.bytes, { filter: ({ name }) => !/\\.(png|jpe?g|gif|emf|wmf|bin|svg|tiff?)$/i.test(name) })
mammoth
  .convertToHtml(
    { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
    {
      externalFileAccess: false,
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh", "p[style-name='Intense Quote'] => blockquote > p:fresh", "strike => s"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  )
  .then(({ value }) => parentPort.postMessage({ html: value }))
  .catch((error) => parentPort.postMessage({ error: String(error) }))
`
