import { z } from 'zod'

/** Ways in, from the one that proves least: an open link or code; let in from the lobby by a knock or passphrase; a personal invite. */
export const identityLevels = ['open-link', 'lobby', 'personal-invite'] as const

/** How somebody came in; recorded with every result. Source: THREATS section 8, "same person joins twice by open link". */
export const IdentityLevel = z.enum(identityLevels)
export type IdentityLevel = z.infer<typeof IdentityLevel>
