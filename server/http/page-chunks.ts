import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const Chunk = z.object({ file: z.string(), imports: z.array(z.string()).optional(), css: z.array(z.string()).optional() })
const Manifest = z.record(z.string(), Chunk)

const entry = 'index.html'

/**
 * Tells, as a `Link` header, which files a page needs besides the entry, so that a phone asks for them while the
 * entry is still on its way instead of after it.
 *
 * @param folder the built client, with vite's manifest
 * @param sources the page's modules as the manifest names them, for example `app/join/JoinPage.tsx`
 * @returns undefined when there is no manifest or none of these modules
 */
export async function preloadHeader(folder: string, sources: readonly string[]): Promise<string | undefined> {
  const text = await readFile(path.join(folder, '.vite', 'manifest.json'), 'utf8').catch(() => undefined)
  const manifest = text === undefined ? undefined : Manifest.parse(JSON.parse(text))
  if (!manifest || !sources.some((source) => source in manifest)) return undefined
  const inPage = closure(manifest, entry)
  const needed = sources.reduce((found, source) => closure(manifest, source, found), new Set<string>())
  const extra = [...needed].filter((name) => !inPage.has(name)).flatMap((name) => manifest[name] ?? [])
  const scripts = extra.map(({ file }) => `</${file}>; rel=modulepreload`)
  const styles = [...new Set(extra.flatMap(({ css = [] }) => css))].map((file) => `</${file}>; rel=preload; as=style; crossorigin`)
  return [...scripts, ...styles].join(', ')
}

function closure(manifest: z.output<typeof Manifest>, source: string, found = new Set<string>()): Set<string> {
  if (found.has(source)) return found
  found.add(source)
  for (const name of manifest[source]?.imports ?? []) closure(manifest, name, found)
  return found
}
