// @vitest-environment happy-dom
import { create } from 'lib0/prng'
import { afterEach, describe, expect, it } from 'vitest'
import { forSeeds, oneOf } from '../../../../support/seeded'
import { size } from '../../../../support/sizes'
import { moveWords, putCaret } from './editing-hand'
import { closeViews, deliverAll, deliverSome, expectSame, openViews, type View } from './views'

const changes = size(60, 300)
const seeds = size(20, 200)

afterEach(closeViews)

const firstLetter = 0x4e00

function play(seed: number, movers: readonly number[]): { readonly typed: string; readonly text: string } {
  const random = create(seed)
  const views = openViews(random, ['A path for every adult.', 'One door.', ''])
  let typed = ''
  for (let change = 0; change < changes; change++) {
    const person = oneOf(random, [0, 1, 2])
    const { editor } = views[person] as View
    putCaret(editor, random)
    if (movers.includes(person) && oneOf(random, [true, false, false])) moveWords(editor, random)
    else {
      const letter = String.fromCodePoint(firstLetter + typed.length)
      const { head } = editor.state.selection
      editor.view.dispatch(editor.state.tr.insertText(letter, head, head))
      typed += letter
    }
    deliverSome(views, random, 'sent')
  }
  deliverAll(views, random, 'sent')
  expectSame(views)
  return { typed, text: views[0]?.editor.state.doc.textContent ?? '' }
}

describe('letters typed while somebody else changes their line', { timeout: 600_000 }, () => {
  it('[DRAFTS-130] stand in what came in its place, each once, whatever one person breaks, joins and turns into headings and lists', async () => {
    await forSeeds(seeds, (seed) => {
      const { typed, text } = play(seed, [0])
      const own = [...text].filter((letter) => typed.includes(letter))
      expect(own.sort().join('')).toBe(typed)
    })
  })

  it('[DRAFTS-131] are never lost when everybody does so at once', async () => {
    await forSeeds(seeds, (seed) => {
      const { typed, text } = play(seed, [0, 1, 2])
      expect([...typed].filter((letter) => !text.includes(letter))).toEqual([])
    })
  })

  it('[DRAFTS-130] come back beside their neighbours, without what the other had seen and deleted', async () => {
    const random = create(1)
    const [one, other] = openViews(random, ['First line.', 'Second line.', '']) as [View, View, View]
    one.editor.commands.insertContentAt(14, 'SEEN ')
    deliverAll([other], random, 'sent')
    one.editor.commands.insertContentAt(26, 'LATE ')
    one.editor.commands.insertContentAt(one.editor.state.doc.content.size - 1, 'alone')
    other.editor.chain().setTextSelection({ from: 14, to: 19 }).deleteSelection().run()
    other.editor.commands.toggleHeading({ level: 2 })
    other.editor
      .chain()
      .setTextSelection(other.editor.state.doc.content.size - 1)
      .toggleBulletList()
      .run()
    deliverAll([one, other], random, 'sent')
    expect(blocksOf(other)).toEqual(['paragraph: First line.', 'heading: Second LATE line.', 'bulletList: alone'])
    expect(blocksOf(one)).toEqual(blocksOf(other))
  })
})

function blocksOf({ editor }: View): readonly string[] {
  return editor.state.doc.content.content.map(({ type, textContent }) => `${type.name}: ${textContent}`)
}
