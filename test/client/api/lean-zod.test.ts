import { isDeepStrictEqual } from 'node:util'
import { expect, it, vi } from 'vitest'
import { sampleOf, schemasIn, seeded } from './schema-samples'

const shared = import.meta.glob('../../../shared/**/*.ts')
const client = import.meta.glob('../../../client/**/*.{ts,tsx}')
const clientTexts = import.meta.glob<string>('../../../client/**/*.{ts,tsx}', { query: '?raw', import: 'default' })

/** Every module that makes schemas a browser reads with. Importing one makes its schemas, also those it keeps to itself. */
async function sources() {
  const texts = await Promise.all(Object.entries(clientTexts).map(async ([path, text]) => ({ path, text: await text() })))
  const own = texts.filter(({ text }) => text.includes("from 'zod'")).map(({ path }) => [path, client[path]] as const)
  return [...Object.entries(shared), ...own]
}

async function allSchemas() {
  const modules = await Promise.all((await sources()).map(async ([path, load]) => ({ [path]: await load?.() })))
  return schemasIn(Object.assign({}, ...modules), '', 5)
}

it('the browser reads every shared schema as zod does', async () => {
  const real = await allSchemas()
  vi.resetModules()
  vi.doMock('zod', () => import('../../../client/api/lean-zod'))
  const lean = await allSchemas()
  vi.doUnmock('zod')

  expect([...lean.keys()]).toEqual([...real.keys()])
  expect(real.size).toBeGreaterThan(100)
  const random = seeded(20_261_123)
  const neverFitted = []
  for (const [name, schema] of real) {
    let fitted = 0
    for (let round = 0; round < 200; round++) {
      const sample = sampleOf(schema, random)
      const wanted = schema.safeParse(sample)
      const read = lean.get(name)?.safeParse(structuredClone(sample))
      if (!isDeepStrictEqual([read?.success, read?.data], [wanted.success, wanted.data])) {
        expect({ name, sample, ...read }).toEqual({ name, sample, ...wanted })
      }
      if (wanted.success) fitted += 1
    }
    if (fitted === 0) neverFitted.push(name)
  }
  // A schema that no sample fits would be compared in refusals alone.
  expect(neverFitted.length / real.size, neverFitted.join(' ')).toBeLessThan(0.1)
}, 60_000)
