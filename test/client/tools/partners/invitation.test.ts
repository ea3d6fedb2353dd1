import { describe, expect, it } from 'vitest'
import { invitationText } from '../../../../client/tools/partners/invitation'

describe('an invitation', () => {
  const about = (reason: Parameters<typeof invitationText>[0]['reason']) =>
    invitationText({ workshop: 'Caring careers', joinUrl: 'http://localhost:3000/j/482914', joinCode: '482914', hostName: 'Rosa', reason })

  it('[PARTNERS-17] says who is missing and carries the join link', () => {
    expect(about({ kind: 'sector', label: 'Economic development' })).toContain(
      'nobody speaks for economic development yet at our workshop “Caring careers”',
    )
    expect(about({ kind: 'partner', name: 'Red Mesa Resort' })).toContain('we would like Red Mesa Resort to be at our workshop')
    expect(about({ kind: 'anybody' })).toContain('http://localhost:3000/j/482914')
    expect(about({ kind: 'anybody' })).toContain('482 914')
  })
})
