/** A source file and what it imports: project paths without extension, or package names. */
export interface SourceFile {
  readonly path: string
  readonly imports: readonly string[]
}

const sharedPackages = ['yjs', 'zod']
/** Folders of shared that may import more. Source: HOUSE section 2. */
const sharedExtras: readonly { readonly within: RegExp; readonly packages: RegExp }[] = [
  { within: /^shared\/doc\//, packages: /^(fractional-indexing|papaparse)$/ },
  { within: /^shared\/tools\/[^/]+\/(import|csv)/, packages: /^papaparse$/ },
  { within: /^shared\/tools\/drafts\/editor/, packages: /^@tiptap\/(core|pm\/.*|starter-kit|extension-.*|extensions|markdown)$/ },
]

/** Files that know every tool because putting them together is their job. */
const compositionRoots = [
  /^shared\/tools\/(registry|docs)\.ts$/,
  /^server\/tools\/(registry|migrations)\.ts$/,
  /^server\/(app|main|verify-command)\.ts$/,
  /^server\/storage\/tables\.ts$/,
  /^server\/demo\//,
  /^client\/tools\/registry\.ts$/,
  /^client\/main\.tsx$/,
]

/** Every import that points the wrong way, as `file -> import: reason`. */
export function layerViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap((specifier) => {
      const reason = violation(path, specifier)
      return reason ? [`${path} -> ${specifier}: ${reason}`] : []
    }),
  )
}

function violation(path: string, specifier: string): string | undefined {
  const target = specifier.match(/^(shared|server|client)\//)?.[1]
  const side = path.split('/')[0]
  if (side === 'shared' && (target === 'server' || target === 'client')) return 'shared imports neither client nor server'
  if (side === 'client' && target === 'server') return 'the client imports only shared'
  if (side === 'server' && target === 'client') return 'the server imports only shared'
  if (!target) return packageViolation(path, specifier)
  return toolViolation(path, specifier)
}

function packageViolation(path: string, specifier: string): string | undefined {
  if (/^@tiptap\/react/.test(specifier) && !path.startsWith('client/tools/drafts/')) return 'the editor belongs to the drafts tool'
  if (!path.startsWith('shared/') || specifier.startsWith('.')) return undefined
  const allowed =
    sharedPackages.includes(specifier) ||
    specifier.startsWith('lib0/') ||
    sharedExtras.some(({ within, packages }) => within.test(path) && packages.test(specifier))
  return allowed ? undefined : 'shared may import only its listed packages'
}

function toolViolation(path: string, specifier: string): string | undefined {
  const imported = toolOf(specifier)
  if (!imported || compositionRoots.some((root) => root.test(path))) return undefined
  const own = toolOf(path)
  if (!own) return 'the kernel knows no tool'
  return own === imported ? undefined : 'tools never import one another'
}

/** The tool whose folder a path lies in; undefined for the kernel and for files beside the folders. */
function toolOf(path: string): string | undefined {
  return path.match(/^(?:shared|server|client)\/tools\/([^/]+)\//)?.[1]
}
