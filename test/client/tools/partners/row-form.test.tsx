// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { RowForm } from '../../../../client/tools/partners/row/RowForm'
import { LiveRegions } from '../../../../client/ui/LiveRegions'
import { WorkshopError } from '../../../../shared/http/problem'

afterEach(cleanup)

describe('the page of a private link', () => {
  it('[PARTNERS-89] says “saved” no longer once a saving was refused', async () => {
    let isRefused = false
    const onSave = async () => {
      if (isRefused) throw new WorkshopError('partners/locked', { status: 409, retry: false, detail: 'The list is locked.' })
    }
    const page = { name: 'Valley College', row: {}, isLocked: false, workshopTitle: 'W' }
    render(
      <>
        <RowForm page={page} onSave={onSave} />
        <LiveRegions />
      </>,
    )
    const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save my row' }))
    save()
    await waitFor(() => expect(document.body.textContent).toContain('Your row is saved.'))
    isRefused = true
    save()
    await screen.findByRole('alert')
    expect(document.body.textContent).not.toContain('aved.')
  })
})
