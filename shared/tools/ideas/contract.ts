import { z } from 'zod'
import { defineEndpoint } from '../../http/endpoint'
import { IdeaMode } from './schema'

export const setMode = defineEndpoint({
  method: 'PUT',
  path: '/api/workshops/:id/prompts/:promptId/mode',
  summary: 'Sets how the notes of one prompt are written: openly or privately, with or without names (facilitators)',
  body: z.object({ writing: z.enum(['open', 'private']), anonymous: z.boolean() }),
  result: IdeaMode,
  status: 200,
})

export const reveal = defineEndpoint({
  method: 'POST',
  path: '/api/workshops/:id/prompts/:promptId/reveal',
  summary: 'Puts all private notes of one prompt on the board and opens writing (facilitators)',
  result: z.object({ revealed: z.number().int() }),
  status: 200,
})

export const contract = { setMode, reveal }
