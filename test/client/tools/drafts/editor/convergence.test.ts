// @vitest-environment happy-dom
import { create } from 'lib0/prng'
import { afterEach, describe, it } from 'vitest'
import { forSeeds, oneOf } from '../../../../support/seeded'
import { size } from '../../../../support/sizes'
import { doSomething } from './editing-hand'
import { closeViews, deliverAll, deliverSome, expectSame, openViews } from './views'

const changes = size(100, 1_000)
const seeds = size(10, 50)

afterEach(closeViews)

function play(seed: number): void {
  const random = create(seed)
  const views = openViews(random, ['A path for every adult.'])
  for (let change = 0; change < changes; change++) {
    doSomething(oneOf(random, views).editor, random)
    deliverSome(views, random, 'any')
  }
  deliverAll(views, random, 'any')
  expectSame(views)
}

describe('three editors on one wording', { timeout: size(600_000, 3_600_000) }, () => {
  it('[DRAFTS-106] hold the same document and show the same text after random changes that arrive in any order', async () => {
    await forSeeds(seeds, play)
  })
})
