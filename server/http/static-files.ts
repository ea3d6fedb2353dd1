import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { preloadHeader } from './page-chunks'

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
  /** Compressed once, when first asked for. */
  gzip?: Promise<Uint8Array<ArrayBuffer>>
  brotli?: Promise<Uint8Array<ArrayBuffer>>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = /^(text\/|application\/(json|manifest)|image\/svg|application\/wasm)/

/** The pages that the client draws, with their modules. Source: HOUSE section 6; `/v/:slug` is the server's own. */
const pages = {
  '/': ['start.tsx', 'app/home/HomePage.tsx'],
  '/new': ['start.tsx', 'app/new/NewWorkshopPage.tsx'],
  '/j/:code': ['start.tsx', 'app/join/JoinPage.tsx'],
  '/row/:id': ['start.tsx', 'tools/partners/row/RowPage.tsx'],
  '/verify': ['start.tsx', 'tools/votes/VerifyPage.tsx'],
  '/w/:id': ['start.tsx', 'app/workshop/WorkshopPage.tsx', 'sync/local-copy.ts'],
  '/w/:id/': ['start.tsx', 'app/workshop/WorkshopPage.tsx', 'sync/local-copy.ts'],
  '/w/:id/:step': ['start.tsx', 'app/workshop/WorkshopPage.tsx', 'sync/local-copy.ts'],
} as const

/**
 * Serves the built client. Files under /assets carry a hash in their name and are kept for ever; pages are asked
 * for anew each time. Without a build every page says so.
 */
export async function serveClient(app: Hono, folder: string): Promise<void> {
  const files = await readFolder(folder)
  const index = files.get('/index.html')
  const page =
    (status: 200 | 404, preload?: string) =>
    async (c: Context): Promise<Response> => {
      if (!index) return c.text('The client is not built yet. Run npm start, or npm run dev.', 503)
      return answer(c, index, 'no-cache', status, preload)
    }
  for (const [pattern, sources] of Object.entries(pages)) app.get(pattern, page(200, await preloadHeader(folder, sources)))
  app.get('*', async (c): Promise<Response> => {
    const file = files.get(c.req.path)
    if (file) return answer(c, file, c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache', 200)
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
    return wantsPage ? page(404)(c) : c.text('There is nothing here.', 404)
  })
}

async function answer(c: Context, file: StaticFile, caching: string, status: 200 | 404, preload?: string): Promise<Response> {
  const headers = {
    'content-type': file.type,
    'cache-control': caching,
    etag: file.etag,
    vary: 'accept-encoding',
    ...(preload ? { link: preload } : {}),
  }
  if (status === 200 && c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  const accepts = c.req.header('accept-encoding') ?? ''
  if (!compressible.test(file.type)) return new Response(file.bytes, { status, headers })
  if (/\bbr\b/.test(accepts)) return new Response(await brotliOf(file), { status, headers: { ...headers, 'content-encoding': 'br' } })
  if (/\bgzip\b/.test(accepts)) return new Response(await gzipOf(file), { status, headers: { ...headers, 'content-encoding': 'gzip' } })
  return new Response(file.bytes, { status, headers })
}

function gzipOf(file: StaticFile): Promise<Uint8Array<ArrayBuffer>> {
  file.gzip ??= promisify(gzip)(file.bytes, { level: 9 }).then((bytes) => new Uint8Array(bytes))
  return file.gzip
}

function brotliOf(file: StaticFile): Promise<Uint8Array<ArrayBuffer>> {
  // Quality 7 costs a tenth of the highest and is within a few per cent of it.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 7 }
  file.brotli ??= promisify(brotliCompress)(file.bytes, { params }).then((bytes) => new Uint8Array(bytes))
  return file.brotli
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.map') || path.basename(entry.parentPath).startsWith('.')) continue
    const full = path.join(entry.parentPath, entry.name)
    const bytes = new Uint8Array(await readFile(full))
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const type = types[path.extname(entry.name)] ?? 'application/octet-stream'
    files.set(`/${path.relative(folder, full).split(path.sep).join('/')}`, { bytes, type, etag })
  }
  return files
}
