import { WorkshopError } from '../../../shared/http/problem'

/** What to say when a request failed; refusals carry their own words. */
export function refusalWords(error: unknown): string {
  if (error instanceof WorkshopError) return error.message
  return 'Something went wrong here. Nothing was sent. Reload the page and try again.'
}

/** Words for one field of a form, where the refusal names it. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof WorkshopError) || error.code !== 'request/invalid') return {}
  const { errors } = error.data
  if (!Array.isArray(errors)) return {}
  return Object.fromEntries(
    errors.flatMap((entry: unknown) => {
      const { field, message } = (entry ?? {}) as { field?: unknown; message?: unknown } // each is checked in the next line
      return typeof field === 'string' && typeof message === 'string' ? [[field, message]] : []
    }),
  )
}
