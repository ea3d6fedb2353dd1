import { z } from 'zod'
import { ProblemBody } from '../../shared/http/problem'
import type { MountedEndpoint } from './mount'

/** The description of the API, made from the very schemas that validate it. */
export function openApi(endpoints: readonly MountedEndpoint[], origin: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const mounted of endpoints) {
    const path = mounted.endpoint.path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')
    const operations = paths[path] ?? {}
    operations[mounted.endpoint.method.toLowerCase()] = operation(mounted)
    paths[path] = operations
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Convene',
      version: '1',
      description:
        'Workshops, shared documents and decisions. State-changing requests carry the server’s own Origin; a seat in a workshop is a cookie. Live documents are y-websocket rooms at /sync/{room}.',
    },
    servers: [{ url: origin }],
    paths,
    components: { schemas: { Problem: jsonSchema(ProblemBody, 'output') } },
  }
}

function operation({ endpoint, access, answers }: MountedEndpoint): Record<string, unknown> {
  const problems = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return {
    summary: endpoint.summary,
    ...(inPath.length + (endpoint.query ? 1 : 0) > 0 ? { parameters: [...inPath, ...queryParameters(endpoint.query)] } : {}),
    ...(endpoint.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } } } }
      : {}),
    responses: {
      [String(endpoint.status)]: {
        description: 'Done',
        content:
          answers === 'json'
            ? { 'application/json': { schema: jsonSchema(endpoint.result, 'output') } }
            : { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      '4XX': { description: access === 'member' ? 'Refused; unknown, foreign and removed look alike' : 'Refused', ...problems },
      '5XX': { description: 'Not possible now', ...problems },
    },
  }
}

function queryParameters(query: z.ZodType | undefined): unknown[] {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}
