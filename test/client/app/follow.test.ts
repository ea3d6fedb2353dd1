import { describe, expect, it } from 'vitest'
import { followGroup } from '../../../client/app/shell/follow'

const at = (stepId: string, summons = 0) => ({ stepId, summons })

describe('following the group', () => {
  it('moves those who are on its step, at once', () => {
    expect(followGroup(at('ideas'), at('draft'), 'ideas', false)).toEqual({ move: 'now', stepId: 'draft' })
  })

  it('leaves those who look elsewhere where they are', () => {
    expect(followGroup(at('ideas'), at('draft'), 'document', false)).toEqual({ move: 'none' })
  })

  it('asks those who are typing before it moves them', () => {
    expect(followGroup(at('ideas'), at('draft'), 'ideas', true)).toEqual({ move: 'ask', stepId: 'draft' })
  })

  it('asks those who look elsewhere when everyone is brought', () => {
    expect(followGroup(at('ideas'), at('draft', 1), 'document', false)).toEqual({ move: 'ask', stepId: 'draft' })
    expect(followGroup(at('ideas'), at('ideas', 1), 'document', false)).toEqual({ move: 'ask', stepId: 'ideas' })
  })

  it('does nothing to those who are there already', () => {
    expect(followGroup(at('ideas'), at('draft', 1), 'draft', true)).toEqual({ move: 'none' })
  })
})
