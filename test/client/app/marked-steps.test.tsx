// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { useMarkedSteps } from '../../../client/app/shell/use-marked-steps'
import { WorkshopContext } from '../../../client/app/workshop-context'
import { shownToasts } from '../../../client/ui/toast'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { workshopSession } from '../../support/workshop-session'

const session = workshopSession({ actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role: 'facilitator' } })
const step = (id: string, mark?: string): AgendaStep => ({
  id: `step_${id}`,
  title: `Step ${id}`,
  minutes: 5,
  tool: 'drafts',
  order: `a${id}`,
  ...(mark === undefined ? {} : { mark }),
})

function Steps({ steps }: { readonly steps: readonly AgendaStep[] }) {
  useMarkedSteps(steps)
  return null
}
const page = (...steps: readonly AgendaStep[]) => (
  <WorkshopContext value={session}>
    <Steps steps={steps} />
  </WorkshopContext>
)
afterEach(cleanup)

describe('steps that the server adds', () => {
  it('[DRAFTS-95] are said to facilitators when they come, with the way there; those before the page was opened are not', () => {
    const { rerender } = render(page())
    rerender(page(step('aaaaaaaa'), step('bbbbbbbb', 'Due for review')))
    expect(shownToasts()).toEqual([])
    rerender(page(step('aaaaaaaa'), step('bbbbbbbb', 'Due for review'), step('cccccccc'), step('dddddddd', 'Due for review')))
    expect(shownToasts()).toMatchObject([
      { message: '“Step dddddddd” is on the agenda now: due for review', action: { label: 'Go there' } },
    ])
  })
})
