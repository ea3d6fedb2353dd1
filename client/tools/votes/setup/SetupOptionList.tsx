import { FileText, Layers, Plus, StickyNote } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../../../shared/doc/ids'
import { limits } from '../../../../shared/sync/limits'
import type { OptionSource } from '../../../../shared/tools/tool'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { toast } from '../../../ui/toast'
import { counted } from '../words'
import { AlikeOffers } from './AlikeOffers'
import { OptionRows } from './OptionRows'
import { withSource } from './setup-options'
import type { HeldSetup } from './use-setup'

/** Options that a group can still read before voting. Source: decision-methods.json, known faults of dots. */
export const readAtOnce = 40

interface SetupOptionListProps {
  readonly held: HeldSetup
  readonly sources: readonly OptionSource[]
}

/** What will be voted on: brought in from the workshop or written here, the nearly same ones made one. */
export function SetupOptionList({ held, sources }: SetupOptionListProps) {
  const { setup, ticked, change, changeOptions } = held
  const [writing, setWriting] = useState<string>()

  function addFrom(source: OptionSource) {
    const added = withSource(setup.options, source).length - setup.options.length
    changeOptions((rows) => withSource(rows, source))
    if (setup.options.length + added >= limits.options) toast({ message: `A vote holds ${limits.options} options. The rest stayed out` })
    else announce(added === 0 ? 'These options stand here already.' : `${counted(added, 'option')} added.`)
  }

  function writeOne() {
    const key = newId('row')
    changeOptions((rows) => [...rows, { key, label: '', ticked: true }])
    setWriting(key)
  }

  return (
    <>
      <div className="row between wrap votes-options-head">
        <h2 className="h">Options</h2>
        <div className="row wrap">
          {sources.map((source) => (
            <Button key={source.label} size="sm" Icon={iconOf(source)} onClick={() => addFrom(source)}>
              {source.label}
            </Button>
          ))}
          <Button size="sm" Icon={Plus} onClick={writeOne}>
            Write one
          </Button>
        </div>
      </div>
      {writing === undefined ? (
        <AlikeOffers
          rows={ticked}
          apart={setup.apart}
          onKeepApart={(group) => change({ apart: [...setup.apart, group] })}
          onChange={changeOptions}
        />
      ) : null}
      {ticked.length > readAtOnce ? (
        <Banner tone="info">{ticked.length} options are many to read. Sort them into clusters and vote on those.</Banner>
      ) : null}
      {setup.options.length === 0 ? (
        <Empty title="No options yet.">Bring in the clusters of your notes, the wordings, or write them here.</Empty>
      ) : (
        <OptionRows rows={setup.options} onChange={changeOptions} writing={writing} onWrite={setWriting} onWriteNext={writeOne} />
      )}
    </>
  )
}

function iconOf({ label }: OptionSource) {
  if (/cluster/i.test(label)) return Layers
  return /note/i.test(label) ? StickyNote : FileText
}
