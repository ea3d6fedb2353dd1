import type { DocumentModel } from '../../../../shared/tools/document/schema'
import { coverageTest } from './coverage'
import { decidingFonts, loadFontFiles, packageFile } from './fonts'
import { pageData } from './page-data'
import { template } from './template'

/** A set document, and the scripts whose letters the fonts do not hold. */
export interface SetDocument {
  readonly pdf: Uint8Array
  readonly unsetScripts: readonly string[]
}

/** Makes the typesetter ready: the compiler, the fonts, the template. */
export async function startTypst(): Promise<(model: DocumentModel) => Promise<SetDocument>> {
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
