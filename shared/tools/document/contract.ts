import { z } from 'zod'
import { defineEndpoint } from '../../http/endpoint'

/** The formats in the order in which they are offered. */
export const formats = ['docx', 'pdf', 'md', 'html', 'json'] as const
export type Format = (typeof formats)[number]

/** Header of a download: the scripts whose characters this file could not set, by name, comma-separated. */
export const unsetScriptsHeader = 'x-convene-unset-scripts'

export const ExportQuery = z.object({
  /** Comma-separated part names; every part when absent. */
  parts: z.string().max(400).optional(),
  /** `0` leaves out the names of people. */
  names: z.enum(['0', '1']).optional(),
  /** `0` leaves out reservations. */
  reservations: z.enum(['0', '1']).optional(),
})
export type ExportQuery = z.infer<typeof ExportQuery>

function downloadAs(format: Format, summary: string) {
  return defineEndpoint({
    method: 'GET',
    path: `/api/workshops/:id/document.${format}`,
    summary,
    query: ExportQuery,
    result: z.unknown(),
    status: 200,
  })
}

export const downloads = {
  docx: downloadAs('docx', 'The document as a Word file.'),
  pdf: downloadAs('pdf', 'The document as a tagged PDF.'),
  md: downloadAs('md', 'The document as Markdown.'),
  html: downloadAs('html', 'The document as one web page.'),
  json: downloadAs('json', 'The document as data.'),
} as const satisfies Record<Format, unknown>

export const downloadArchive = defineEndpoint({
  method: 'GET',
  path: '/api/workshops/:id/archive',
  summary: 'For facilitators: everything that all may read, as one ZIP of JSON, CSV and Markdown.',
  result: z.unknown(),
  status: 200,
})

export const publish = defineEndpoint({
  method: 'POST',
  path: '/api/workshops/:id/publish',
  summary: 'Puts the adopted document on a public page; again, replaces it with a new version.',
  query: ExportQuery,
  result: z.object({ slug: z.string(), url: z.string(), version: z.number().int() }),
  status: 201,
})

export const unpublish = defineEndpoint({
  method: 'DELETE',
  path: '/api/workshops/:id/publish',
  summary: 'Takes the public page down.',
  result: z.object({ withdrawn: z.boolean() }),
  status: 200,
})
