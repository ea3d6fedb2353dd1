import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { DocumentModel } from '../../../../shared/tools/document/schema'
import { coverageTest } from './coverage'
import { decidingFonts, loadFontFiles, packageFile } from './fonts'
import { pageData } from './page-data'
import { template } from './template'

/** Where this very file is, in source and in the built server, so that a worker can be started from it. */
export const workerUrl = import.meta.url

/** What tells a thread of ours from any other that happens to load this file. */
export const workerMark = 'convene/typst'

/** What the thread says about a document that it was handed. */
export type TypstAnswer = { readonly pdf: Uint8Array; readonly unsetScripts: readonly string[] } | { readonly fault: string }

/** Makes the typesetter ready: the compiler, the fonts, the template. */
export async function startTypst(): Promise<(model: DocumentModel) => Promise<{ pdf: Uint8Array; unsetScripts: readonly string[] }>> {
  const { createTypstCompiler, CompileFormatEnum } = await import('@myriaddreamin/typst.ts/compiler')
  const { disableDefaultFontAssets, loadFonts } = await import('@myriaddreamin/typst.ts/options.init')
  const [wasm, ...fonts] = await Promise.all([packageFile('@myriaddreamin/typst-ts-web-compiler/wasm'), loadFontFiles()]).then(
    ([module, files]) => [module, ...files] as const,
  )
  const isHeld = coverageTest(fonts.slice(0, decidingFonts))
  const compiler = createTypstCompiler()
  await compiler.init({
    // The wrapper takes its one argument as an object; the bytes alone are the deprecated form.
    getModule: () => ({ module_or_path: wasm }) as unknown as WebAssembly.Module,
    beforeBuild: [disableDefaultFontAssets(), loadFonts([...fonts], { assets: false })],
  })
  compiler.addSource('/main.typ', template)

  return async function typeset(model) {
    const { json, unsetScripts } = pageData(model, isHeld)
    compiler.mapShadow('/document.json', new TextEncoder().encode(json))
    const { result, diagnostics } = await compiler.compile({
      mainFilePath: '/main.typ',
      format: CompileFormatEnum.pdf,
      diagnostics: 'unix',
    })
    if (!result) throw new Error((diagnostics ?? []).join('; '))
    return { pdf: result, unsetScripts }
  }
}

function serve(port: MessagePort): void {
  const ready = startTypst()
  port.on('message', async (model: DocumentModel) => {
    const answer: TypstAnswer = await ready
      .then((typeset) => typeset(model))
      .catch((cause: unknown) => ({ fault: cause instanceof Error ? cause.message : String(cause) }))
    port.postMessage(answer)
  })
}

if (!isMainThread && parentPort && workerData === workerMark) serve(parentPort)
