import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { preloadHeader } from '../../../server/http/page-chunks'

function built(manifest: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'convene-client-'))
  mkdirSync(path.join(folder, '.vite'))
  writeFileSync(path.join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest))
  return folder
}

describe('what a page needs besides the entry', () => {
  it('is the closure of its imports, without what the entry brings and without what loads later', async () => {
    const folder = built({
      'index.html': { file: 'assets/index.js', imports: ['_react.js'], css: ['assets/index.css'] },
      '_react.js': { file: 'assets/react.js' },
      '_form.js': { file: 'assets/form.js', imports: ['_react.js'] },
      'app/join/JoinPage.tsx': {
        file: 'assets/join.js',
        imports: ['index.html', '_form.js'],
        dynamicImports: ['_later.js'],
        css: ['assets/join.css'],
      },
      '_later.js': { file: 'assets/later.js' },
    })
    expect(await preloadHeader(folder, ['app/join/JoinPage.tsx'])).toBe(
      '</assets/join.js>; rel=modulepreload, </assets/form.js>; rel=modulepreload, </assets/join.css>; rel=preload; as=style; crossorigin',
    )
  })

  it('is nothing without a build or for an unknown page', async () => {
    expect(await preloadHeader(mkdtempSync(path.join(tmpdir(), 'convene-client-')), ['x'])).toBeUndefined()
    expect(await preloadHeader(built({}), ['x'])).toBeUndefined()
  })
})
