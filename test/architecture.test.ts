import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layerViolations } from './support/layers'

const root = join(import.meta.dirname, '..')

/** Every source file of the three sides, with the specifiers it imports. */
function sourceFiles(): { readonly path: string; readonly imports: readonly string[] }[] {
  return ['shared', 'server', 'client'].flatMap((side) =>
    readdirSync(join(root, side), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const path = relative(root, join(entry.parentPath, entry.name))
        return { path: path.split(sep).join('/'), imports: importsOf(readFileSync(join(root, path), 'utf8'), dirname(path)) }
      }),
  )
}

/** Specifiers of static and dynamic imports; relative ones resolved against the project's root. */
function importsOf(source: string, folder: string): string[] {
  const specifiers = [...source.matchAll(/(?<![\w/'-])(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map((match) => match[1] ?? '')
  return specifiers.map((specifier) => (specifier.startsWith('.') ? normalize(join(folder, specifier)).split(sep).join('/') : specifier))
}

describe('the house', () => {
  const files = sourceFiles()

  it('has files on all three sides', () => {
    for (const side of ['shared/', 'server/', 'client/'])
      expect(files.filter(({ path }) => path.startsWith(side)).length).toBeGreaterThan(10)
  })

  it('imports only in the directions of its layers', () => {
    expect(layerViolations(files)).toEqual([])
  })

  it.each([
    ['shared/doc/order.ts', 'server/config', 'shared imports neither client nor server'],
    ['client/ui/Button.tsx', 'server/main', 'the client imports only shared'],
    ['server/sync/room.ts', 'server/tools/votes/service', 'the kernel knows no tool'],
    ['client/app/shell/Shell.tsx', 'client/tools/ideas/IdeasStage', 'the kernel knows no tool'],
    ['shared/tools/votes/schema.ts', 'shared/tools/drafts/schema', 'tools never import one another'],
    ['client/tools/votes/BallotPanel.tsx', 'shared/tools/ideas/index', 'tools never import one another'],
    ['shared/sync/rooms.ts', 'react', 'shared may import only its listed packages'],
    ['client/app/Room.tsx', '@tiptap/react', 'the editor belongs to the drafts tool'],
  ])('refuses that %s imports %s', (path, specifier, reason) => {
    expect(layerViolations([{ path, imports: [specifier] }])).toEqual([`${path} -> ${specifier}: ${reason}`])
  })

  it('holds one copy of yjs and of each package that must not be doubled', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> }
    for (const name of ['yjs', 'lib0', 'zod', 'react', 'prosemirror-model', 'prosemirror-state', 'y-protocols']) {
      const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`))
      expect(copies, name).toEqual([`node_modules/${name}`])
    }
  })
})
