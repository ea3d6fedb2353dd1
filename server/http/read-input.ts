import type { Context } from 'hono'
import type { z } from 'zod'
import { problem } from '../../shared/workshop/problems'

/**
 * The JSON body of a request, at most `maxBytes`, checked by its schema.
 *
 * @throws WorkshopError `request/too-large`, `request/not-json`, `request/invalid` naming the field
 */
export async function readBody(c: Context, schema: z.ZodType, maxBytes: number): Promise<unknown> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw problem('request/not-json')
  const text = await readText(c.req.raw, maxBytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw problem('request/not-json', {}, { cause })
  }
  return check(schema, value)
}

/** The query of a request, checked by its schema. */
export function readQuery(c: Context, schema: z.ZodType): unknown {
  return check(schema, c.req.query())
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw problem('request/too-large')
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw problem('request/too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function check(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.flatMap(leaves).map(({ path, message }) => ({ field: path.join('.'), message }))
  const first = errors[0] ?? { field: '', message: 'This is not what the server expects.' }
  const message = first.field ? `${first.field}: ${first.message}` : first.message
  throw problem('request/invalid', { field: first.field, message, errors })
}

interface Leaf {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Of a union that matched nowhere, the branch with the fewest complaints says best what is wrong. */
function leaves(issue: z.core.$ZodIssue): Leaf[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const [nearest = []] = [...issue.errors].sort((a, b) => a.length - b.length)
  return nearest.flatMap(leaves).map((leaf) => ({ ...leaf, path: [...issue.path, ...leaf.path] }))
}
