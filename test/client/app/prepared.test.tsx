// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, it } from 'vitest'
import { prepared } from '../../../client/app/prepared'

afterEach(cleanup)

const Hello = ({ name }: { readonly name: string }) => <p>{`Hello ${name}`}</p>

function show(Page: ReturnType<typeof prepared<{ readonly name: string }>>) {
  render(
    <Suspense fallback="Opening…">
      <Page name="Ben" />
    </Suspense>,
  )
}

it('a page that was prepared is there without a fallback', async () => {
  const Page = prepared(async () => Hello)
  await Page.prepare()
  show(Page)
  expect(screen.getByText('Hello Ben')).toBeTruthy()
})

it('a page that was not prepared comes after its fallback', async () => {
  show(prepared(async () => Hello))
  expect(screen.getByText('Opening…')).toBeTruthy()
  expect(await screen.findByText('Hello Ben')).toBeTruthy()
})
