import { WorkshopError } from '../../shared/http/problem'
import { problem } from '../../shared/workshop/problems'

/** A refusal on the wire. */
export function problemResponse(error: WorkshopError): Response {
  const { seconds } = error.data
  return new Response(JSON.stringify(error.body()), {
    status: error.kind.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(error.kind.status === 429 && typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
    },
  })
}

/** Answers whatever was thrown: a refusal as itself, anything else as a fault that is logged once, here. */
export function answerError(error: unknown, log: (fault: unknown) => void): Response {
  if (error instanceof WorkshopError) return problemResponse(error)
  log(error)
  return problemResponse(problem('server/fault'))
}
