import { lowerFirst } from '../../../shared/tools/partners/coverage'

interface Invitation {
  readonly workshop: string
  readonly joinUrl: string
  readonly joinCode: string
  readonly hostName: string
  /** Whom it is for: an organisation by name, or a sector without anybody. */
  readonly reason:
    | { readonly kind: 'partner'; readonly name: string }
    | { readonly kind: 'sector'; readonly label: string }
    | { readonly kind: 'anybody' }
}

/** A letter that somebody can send as it stands, or change first. */
export function invitationText({ workshop, joinUrl, joinCode, hostName, reason }: Invitation): string {
  return [
    'Hello,',
    '',
    `${openingFor(reason)} at our workshop “${workshop}”.`,
    'Would you take part, or tell us who should? You need no account. This link brings you in:',
    '',
    joinUrl,
    `or go to the same address and type the code ${joinCode.slice(0, 3)} ${joinCode.slice(3)}.`,
    '',
    'With best wishes,',
    hostName,
  ].join('\n')
}

function openingFor(reason: Invitation['reason']): string {
  switch (reason.kind) {
    case 'partner':
      return `we would like ${reason.name} to be`
    case 'sector':
      return `nobody speaks for ${lowerFirst(reason.label)} yet`
    case 'anybody':
      return 'we would like you to be'
  }
}
