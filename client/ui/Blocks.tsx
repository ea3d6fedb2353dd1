import { createContext, type ReactNode, use } from 'react'
import { tableWeights } from '../../shared/doc/column-weights'
import { type Block, hrefOf, type Inline, type ListItem, type Mark } from '../../shared/doc/outline'
import { ScrollRegion } from './ScrollRegion'

/**
 * Blocks of the document model as elements. It draws that model and nothing else, so no stored text can run, and no
 * node that a newer version wrote is lost, as it would be in an editor that does not know it.
 */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks carry no ids
  return blocks.map((block, index) => <BlockView key={index} block={block} />)
}

/** What goes around a run of text, for screens that mark some of the words. */
export const RunFrameContext = createContext<((run: Inline, shown: ReactNode) => ReactNode) | undefined>(undefined)

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'heading': {
      const Heading = (['h3', 'h4', 'h5', 'h6'] as const)[block.level - 1] ?? 'h6'
      return (
        <Heading dir="auto" className={`blocks-h${block.level}`}>
          <Runs runs={block.text} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p dir="auto" className={block.style ? `blocks-${block.style}` : undefined}>
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
      return <hr className="hr" />
    case 'table':
      return <TableView block={block} />
  }
}

function ListView({ block }: { readonly block: Extract<Block, { type: 'list' }> }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: items carry no ids
  const items = block.items.map((item, index) => <ItemView key={index} item={item} />)
  if (block.ordered) return <ol start={block.start}>{items}</ol>
  return <ul className={block.items.some(({ checked }) => checked !== undefined) ? 'blocks-tasks' : undefined}>{items}</ul>
}

function ItemView({ item: { blocks, checked } }: { readonly item: ListItem }) {
  const [first, ...rest] = blocks
  const words = first?.type === 'paragraph' && !first.style ? first.text : undefined
  return (
    <li dir="auto">
      {checked === undefined ? null : (
        <>
          <span aria-hidden>{checked ? '☑ ' : '☐ '}</span>
          <span className="vh">{checked ? 'Done: ' : 'Open: '}</span>
        </>
      )}
      {words ? <Runs runs={words} /> : null}
      <Blocks blocks={words ? rest : blocks} />
    </li>
  )
}

function TableView({ block }: { readonly block: Extract<Block, { type: 'table' }> }) {
  const { caption, head, rows, toSign } = block
  const weights = tableWeights(block)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return (
    <ScrollRegion className="blocks-wide" label={caption ?? 'Table'}>
      <table className={toSign ? 'blocks-sign' : undefined}>
        {caption ? <caption dir="auto">{caption}</caption> : null}
        <colgroup>
          {weights.map((weight, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <col key={index} style={{ width: `${((100 * weight) / total).toFixed(2)}%` }} />
          ))}
        </colgroup>
        {head.some((cell) => cell.length > 0) ? (
          <thead>
            <tr>
              {head.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={index} scope="col" dir="auto">
                  <Runs runs={cell} />
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={at}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={index} dir="auto">
                  <Runs runs={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Runs({ runs }: { readonly runs: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs carry no ids
  return runs.map((run, index) => <Run key={index} run={run} />)
}

function Run({ run }: { readonly run: Inline }) {
  const frame = use(RunFrameContext)
  const href = hrefOf(run)
  const marked = (run.marks ?? []).reduce<ReactNode>(withMark, <span className="blocks-run">{run.text}</span>)
  const shown =
    href === undefined ? (
      marked
    ) : (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {marked}
      </a>
    )
  return frame ? frame(run, shown) : shown
}

function withMark(inner: ReactNode, mark: Mark): ReactNode {
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
      return inner
  }
}
