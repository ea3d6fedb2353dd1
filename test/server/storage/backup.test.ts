import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, restoreFrom } from '../../../server/storage/backup'
import { openStore, type Store } from '../../../server/storage/database'
import { createUpdateLog } from '../../../server/storage/update-log'

let dataDir: string
let store: Store | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'convene-backup-'))
  store = await openStore(dataDir, [])
})
afterEach(async () => {
  await close()
  await rm(dataDir, { recursive: true, force: true })
})

async function close() {
  await store?.close()
  store = undefined
}

async function write(...bytes: number[]) {
  const log = createUpdateLog((store as Store).reading)
  for (const byte of bytes) {
    const entry = { workshopId: 'ws_1', room: 'ws_1/board', update: Uint8Array.of(byte) }
    await store?.writing.transaction().execute((tx) => log.append(tx, [entry]))
  }
}

const read = async () => createUpdateLog((store as Store).reading).load('ws_1/board')
const copy = () => path.join(dataDir, 'kept', 'copy.sqlite')

describe('a back-up', () => {
  it('is one whole file, made while the server writes', async () => {
    await write(1, 2)
    const going = write(...Array.from({ length: 50 }, (_, i) => i))
    const report = backUp(dataDir, copy())
    await going
    expect(report).toMatchObject({ file: copy(), documents: 1 })
    expect(await readdir(path.dirname(copy()))).toEqual(['copy.sqlite'])
  })

  it('overwrites nothing, and says when there is nothing to copy', async () => {
    backUp(dataDir, copy())
    expect(() => backUp(dataDir, copy())).toThrow(/exists already/)
    expect(() => backUp(path.join(dataDir, 'empty'), path.join(dataDir, 'x.sqlite'))).toThrow(/no database/)
  })
})

describe('restoring a back-up', () => {
  it('brings back what it held, keeps what was there, and begins a new epoch', async () => {
    await write(1, 2)
    const before = await read()
    backUp(dataDir, copy())
    await write(3)
    await close()
    const { former } = restoreFrom(dataDir, copy(), Date.now())
    store = await openStore(dataDir, [])
    const after = await read()
    expect(after.updates.map((update) => update[0])).toEqual([1, 2])
    expect(after.epoch).toBeGreaterThan(before.epoch)
    await close()
    restoreFrom(dataDir, former as string, Date.now() + 2_000)
    store = await openStore(dataDir, [])
    const again = await read()
    expect(again.updates.map((update) => update[0])).toEqual([1, 2, 3])
    expect(again.epoch).toBeGreaterThan(after.epoch)
  })

  it('is refused while a server runs on the folder, and changes nothing', async () => {
    await write(1)
    backUp(dataDir, copy())
    expect(() => restoreFrom(dataDir, copy(), Date.now())).toThrow(/in use by another Convene/)
    expect((await read()).updates).toHaveLength(1)
  })

  it('is refused for a file that is damaged or is no back-up', async () => {
    await close()
    await writeFile(path.join(dataDir, 'letter.txt'), 'Dear board')
    expect(() => restoreFrom(dataDir, path.join(dataDir, 'letter.txt'), Date.now())).toThrow(/damaged, or is no back-up/)
    expect(() => restoreFrom(dataDir, path.join(dataDir, 'none.sqlite'), Date.now())).toThrow(/no file/)
    store = await openStore(dataDir, [])
  })
})
