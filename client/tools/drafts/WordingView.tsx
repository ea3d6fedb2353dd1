// biome-ignore-all lint/suspicious/noArrayIndexKey: a wording has no ids; its parts are told apart by where they stand
import type { ReactNode } from 'react'
import { Fragment } from 'react'
import type { Block, Cell, Inline, ListItem, Mark } from '../../../shared/doc/outline'
import { classNames } from '../../ui/class-names'

interface WordingViewProps {
  readonly blocks: readonly Block[]
  /** What to show while there are no words. */
  readonly empty?: ReactNode
  readonly className?: string
}

/**
 * A wording to read. It draws the outline model and nothing else, so no stored text can run, and no node that a
 * newer version wrote is lost, as it would be in an editor that does not know it.
 */
export function WordingView({ blocks, empty, className }: WordingViewProps) {
  const shown = blocks.filter((block) => !('text' in block) || block.text.length > 0)
  return (
    <div className={classNames('wording voice', className)}>
      {shown.length > 0 ? <Blocks blocks={shown} /> : <p className="wording-empty">{empty}</p>}
    </div>
  )
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <BlockView key={at} block={block} />)
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'heading': {
      // The card's own heading is the second level; a wording's begin below it.
      const Tag = ({ 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const)[block.level]
      return (
        <Tag className={`wording-h${block.level}`}>
          <Runs runs={block.text} />
        </Tag>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.text} />
        </p>
      )
    case 'list':
      return <ListView block={block} />
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr />
    case 'table':
      return <TableView head={block.head} rows={block.rows} />
  }
}

function ListView({ block }: { readonly block: Extract<Block, { type: 'list' }> }) {
  const isTasks = block.items.some((item) => item.checked !== undefined)
  const items = block.items.map((item, at) => <ItemView key={at} item={item} />)
  if (block.ordered) return <ol start={block.start}>{items}</ol>
  return <ul className={isTasks ? 'wording-tasks' : undefined}>{items}</ul>
}

function ItemView({ item }: { readonly item: ListItem }) {
  if (item.checked === undefined) {
    return (
      <li>
        <Blocks blocks={item.blocks} />
      </li>
    )
  }
  return (
    <li className="wording-task">
      <input type="checkbox" checked={item.checked} disabled aria-label={item.checked ? 'Done' : 'Open'} />
      <div>
        <Blocks blocks={item.blocks} />
      </div>
    </li>
  )
}

function TableView({ head, rows }: { readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }) {
  return (
    // A wide table scrolls by itself, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
    <section className="wording-table" aria-label="Table" tabIndex={0}>
      <table>
        {head.length > 0 ? (
          <thead>
            <tr>
              {head.map((cell, at) => (
                <th key={at} scope="col">
                  <Runs runs={cell} />
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Runs runs={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Runs({ runs }: { readonly runs: readonly Inline[] }) {
  return runs.map((run, at) => <Fragment key={at}>{(run.marks ?? []).reduce(marked, lines(run.text))}</Fragment>)
}

function lines(text: string): ReactNode {
  return text.split('\n').map((line, at) => (
    <Fragment key={at}>
      {at > 0 ? <br /> : null}
      {line}
    </Fragment>
  ))
}

function marked(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code>{inner}</code>
    default:
      return (
        <a href={mark.href} target="_blank" rel="noopener noreferrer nofollow">
          {inner}
        </a>
      )
  }
}
