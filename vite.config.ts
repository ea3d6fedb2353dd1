import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Plugin, type Rolldown, Visitor } from 'vite'
import { defineConfig } from 'vitest/config'
import { limits } from './shared/sync/limits.ts'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

const inClient = (path: string) => fileURLToPath(new URL(`./client/${path}`, import.meta.url))
// What undoes and points into texts is the editor's and the board's.
const documents = /node_modules\/(yjs|lib0|y-protocols|y-websocket)\//
const editing = /yjs\/src\/utils\/(UndoManager|RelativePosition)/
const entry = [inClient('main.tsx')]
const page = [inClient('start.tsx')]
const joinPage = [inClient('app/join/JoinPage.tsx')]
const otherPages = [inClient('app/home/HomePage.tsx'), inClient('app/new/NewWorkshopPage.tsx')]
const workshop = [inClient('app/workshop/WorkshopPage.tsx')]
const ballot = [inClient('tools/votes/VotesStage.tsx')]

/** What the built client runs in place of more than it needs. Tests, development and the server take the packages themselves. */
const lean = [
  { find: /^zod$/, replacement: inClient('api/lean-zod/index.ts') },
  // Its coloured consoles bring a schema library along.
  { find: /^lib0\/logging$/, replacement: inClient('sync/plain-logging.ts') },
  // It also reads addresses, stored settings and a server's arguments.
  { find: /^(lib0\/environment|\.\/environment\.js)$/, replacement: inClient('sync/plain-environment.ts') },
  // Every connection is opened without it.
  { find: /^lib0\/broadcastchannel$/, replacement: inClient('sync/no-tabs.ts') },
  // Theirs also speaks of sizes, contexts and old names.
  { find: /^\.\.\/createLucideIcon\.mjs$/, replacement: inClient('ui/plain-icon.ts') },
  // React has had it for long.
  { find: /^use-sync-external-store\/shim\/index\.js$/, replacement: 'react' },
  // One file per class, so that a first screen leaves behind what only the editor needs.
  { find: /^yjs$/, replacement: fileURLToPath(new URL('./node_modules/yjs/src/index.js', import.meta.url)) },
]

/**
 * Imports each icon from its own file, since a chunk could not tell a page's icons apart from all the others
 * behind one list of exports.
 */
const iconsByFile: Plugin = {
  name: 'convene:icons-by-file',
  apply: 'build',
  transform(code, id) {
    if (!code.includes('lucide-react') || id.includes('node_modules')) return undefined
    const byFile = code.replace(/import \{([^}]*)\} from ['"]lucide-react['"]/g, (_whole, names: string) =>
      names
        .split(',')
        .map((name) => name.trim().split(' as '))
        .map(([name = '', local = name]) => `import ${local} from 'lucide-react/icons/${iconFiles.get(name)}'`)
        .join(';'),
    )
    return { code: byFile, map: null }
  },
}
const iconFiles = new Map(
  [
    ...readFileSync(new URL('./node_modules/lucide-react/dist/esm/lucide-react.mjs', import.meta.url), 'utf8').matchAll(
      /export \{([^}]*)\} from '\.\/icons\/([\w-]+)\.mjs'/g,
    ),
  ].flatMap(([, names = '', file = '']) => names.split(',').map((name) => [name.replace('default as', '').trim(), file] as const)),
)

/** Writes the limits that a browser reads as plain numbers, since most of the list is the server's. */
const limitsByNumber: Plugin = {
  name: 'convene:limits-by-number',
  apply: 'build',
  transform(code, id) {
    if (!/\/sync\/limits['"]/.test(code) || id.includes('node_modules')) return undefined
    const numbers: Readonly<Record<string, number>> = limits
    return { code: code.replace(/\blimits\.(\w+)/g, (whole, name: string) => String(numbers[name] ?? whole)), map: null }
  },
}

/** Leaves out of the contracts what only the server reads: a browser is told by the server what is wrong with a request. */
const contractsForCallers: Plugin = {
  name: 'convene:contracts-for-callers',
  apply: 'build',
  enforce: 'post',
  transform(code, id) {
    if (!/\/shared\/.*contract\.ts$/.test(id)) return undefined
    const kept = code.split('')
    const imports: { readonly start: number; readonly end: number; readonly names: readonly string[] }[] = []
    new Visitor({
      CallExpression({ callee, arguments: [endpoint] }) {
        if (callee.type !== 'Identifier' || callee.name !== 'defineEndpoint' || endpoint?.type !== 'ObjectExpression') return
        for (const part of endpoint.properties) {
          if (part.type !== 'Property' || part.key.type !== 'Identifier' || !serverOnly.has(part.key.name)) continue
          kept.fill('', part.start, part.end)
          if (code[part.end] === ',') kept[part.end] = ''
        }
      },
      ImportDeclaration({ start, end, specifiers }) {
        imports.push({ start, end, names: specifiers.map(({ local }) => local.name) })
      },
    }).visit(this.parse(code))
    // An import for those parts alone would keep its module on the first screen.
    for (const { start, end, names } of imports) {
      const rest = kept.slice(0, start).join('') + kept.slice(end).join('')
      if (!names.some((name) => new RegExp(`\\b${name}\\b`).test(rest))) kept.fill('', start, end)
    }
    return { code: kept.join(''), map: null }
  },
}
const serverOnly = new Set(['summary', 'body', 'query', 'maxBodyBytes'])

/**
 * The chunk of a module that a first screen needs. A phone on a slow line waits for each file as long as for some
 * thirty thousand bytes, and many small files compress badly, so a first screen is made of few: two that change
 * only with the libraries, what both first screens share, and their own. All else is split as it is imported.
 */
function chunkOf(id: string, graph: Rolldown.ChunkingContext): string | null {
  const needs = (roots: readonly string[]) => closure(roots, (module) => graph.getModuleInfo(module)?.importedIds ?? []).has(id)
  if (needs(entry) || [...page, ...joinPage, ...workshop, ...ballot].includes(id)) return null
  if (editing.test(id)) return null
  if (needs(page)) return /node_modules\/(react|react-dom|scheduler|wouter|regexparam)\//.test(id) ? 'react' : 'kit'
  if (needs(workshop) && documents.test(id)) return 'documents'
  if (needs(joinPage)) return needs([...workshop, ...ballot]) ? 'kit' : 'join'
  if (needs(otherPages)) return id.includes('/icons/') && needs([...workshop, ...ballot]) ? 'kit' : null
  return needs(workshop) ? 'workshop' : needs(ballot) ? 'ballot' : null
}

/** These modules and all that they import. */
function closure(roots: readonly string[], importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(roots)
  // A set also visits what is added on the way.
  for (const id of found) for (const imported of importsOf(id)) found.add(imported)
  return found
}

/** The file that asks for the page itself, before anything is there. */
const first = /^assets\/index-/
/** What every page has before it asks for more, and what every workshop has: to name it with each later chunk is weight. */
const onEveryPage = /^assets\/(rolldown-runtime|react|kit|index|start)-/
const inEveryWorkshop = /^assets\/(workshop|documents)-/
const onlyInWorkshops = /^assets\/(workshop|ballot|VotesStage)-/

const named = new Set(['rolldown-runtime', 'react', 'kit', 'start', 'workshop', 'documents', 'ballot', 'VotesStage'])

/** The files to fetch together with a chunk, without those that are there already. */
function unloaded(_file: string, files: string[], { hostId }: { readonly hostId: string }): string[] {
  if (first.test(hostId) || hostId.endsWith('.html')) return files
  return files.filter((file) => !onEveryPage.test(file) && !(onlyInWorkshops.test(hostId) && inEveryWorkshop.test(file)))
}

export default defineConfig(({ command, isSsrBuild }) => ({
  root: process.env.VITEST || isSsrBuild ? '.' : 'client',
  plugins: isSsrBuild ? [] : [react(), iconsByFile, limitsByNumber, contractsForCallers],
  resolve: {
    alias: command === 'build' && !isSsrBuild ? lean : [],
    // Two copies of any of these would be two incompatible sets of classes.
    dedupe: ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'],
  },
  build: isSsrBuild
    ? { target: 'node20', emptyOutDir: true }
    : {
        outDir: '../dist/client',
        emptyOutDir: true,
        manifest: true,
        // The content security policy allows no data: fonts, and small files cache as well on their own.
        assetsInlineLimit: 0,
        // Every browser of the last years does it by itself.
        modulePreload: { polyfill: false, resolveDependencies: unloaded },
        chunkSizeWarningLimit: 900,
        rolldownOptions: {
          // How the build's time is spent is nothing to somebody who starts Convene.
          checks: { bundlerTimings: false },
          // Only main.tsx does anything when imported, so a module whose exports nobody uses is left out.
          treeshake: { moduleSideEffects: [{ test: /\/(shared|client)\/.*\.tsx?$/, sideEffects: false }] },
          output: {
            // A page holds the name of every file that it may fetch later, so those are short.
            chunkFileNames: ({ name }) => (named.has(name) ? 'assets/[name]-[hash].js' : 'assets/[hash].js'),
            assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? 'assets/[hash][extname]' : 'assets/[name]-[hash][extname]'),
            codeSplitting: {
              groups: [
                { name: chunkOf, includeDependenciesRecursively: false },
                // Each is too small for a file of its own.
                { name: 'icons', test: /lucide-react\/.*\/icons\//, minShareCount: 2, includeDependenciesRecursively: false },
              ],
            },
          },
        },
      },
  ssr: {
    // One file loads in a fraction of the time and memory of a thousand. Natives and what finds its own files stay packages.
    noExternal: /^(?!better-sqlite3|docx|mammoth|pino|@myriaddreamin)/,
  },
  server: {
    port: 5173,
    // The server takes this origin as its own under --dev, and no other.
    strictPort: true,
    proxy: {
      // The sources of client/api and client/sync have addresses that begin alike.
      '^/api/(?!.*\\.tsx?(\\?|$))': server,
      '/v/': server,
      '/healthz': server,
      '/readyz': server,
      '^/sync/ws_': { target: server, ws: true },
    },
  },
  test: {
    // Component tests ask for happy-dom in their first line.
    environment: 'node',
    projects: [
      // What is pure keeps nothing between two files, so a file does not load all of it anew.
      { extends: true, test: { name: 'pure', include: ['test/shared/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/bench/**', 'test/shared/**'] } },
    ],
    setupFiles: [fileURLToPath(new URL('./test/support/patience.ts', import.meta.url))],
    // A test that hangs has to end; one that a busy machine slows down does not have to fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}))
