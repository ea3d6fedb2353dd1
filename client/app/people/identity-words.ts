import type { Participant } from '../../../shared/workshop/schema'

const words = {
  'open-link': 'Came by open link or code',
  lobby: 'Let in at the door, or by the passphrase',
  'personal-invite': 'Came by a personal invite',
} as const

/** How somebody came in, for those who lead; nothing of the host, who opened the door. */
export function identityWords({ role, identity = 'open-link' }: Pick<Participant, 'role' | 'identity'>): string | undefined {
  return role === 'host' ? undefined : words[identity]
}
