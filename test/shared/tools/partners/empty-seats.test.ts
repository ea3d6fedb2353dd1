import { describe, expect, it } from 'vitest'
import { emptySeats } from '../../../../shared/tools/partners/empty-seats'
import type { Partner } from '../../../../shared/tools/partners/schema'
import type { Participant } from '../../../../shared/workshop/schema'

function partner(name: string, ...seats: readonly string[]): Partner {
  return { id: `partner_${seats[0] ?? 'none'}`, name, seats: [...seats], order: 'a0', authorId: 'p_1' }
}
function person(organisation: string): Participant {
  return { id: 'p_1', name: 'Amara', organisation, role: 'contributor', colour: 1, joinedAtMs: 0 }
}
const college = partner('The College', 'local-community-college')
const resort = partner('Red Mesa Resort', 'private-business')

describe('the seats that nobody in the room speaks for', () => {
  it('[VOTES-52] are those of the minimum team whose partners have sent nobody, by level', () => {
    const words = (people: readonly Participant[]) => emptySeats([college, resort], people).map((seat) => seat.words)
    const empty = words([person('college')])
    expect(empty).toContain('state adult basic education')
    expect(empty).toContain('local businesses')
    expect(empty).not.toContain('local community college or other postsecondary provider')
    expect(words([person('college'), person('red mesa resort')])).not.toContain('local businesses')
    const counts = new Map(emptySeats([college, resort], []).map((seat) => [seat.words, seat.partners]))
    expect([counts.get('local businesses'), counts.get('state adult basic education')]).toEqual([1, 0])
  })

  it('[VOTES-52] are not known, and not said, where no partner holds a seat', () => {
    expect(emptySeats([], [person('College')])).toEqual([])
    expect(emptySeats([partner('The College')], [])).toEqual([])
  })
})
