import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Heading,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  MessageSquareDiff,
  MessageSquarePlus,
  Redo2,
  Strikethrough,
  Table,
  TextQuote,
  Undo2,
} from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { IconButton } from '../../../ui/IconButton'
import { Menu } from '../../../ui/Menu'
import type { Commenting } from '../comments/use-commenting'
import { LinkDialog } from './LinkDialog'
import { useRoving } from './use-roving'
import { useTextKeys } from './use-text-keys'

interface EditorToolbarProps {
  readonly editor: Editor
  /** Begins a comment on the selected words, or a proposal for them; absent where neither has its button here. */
  readonly commenting?: Pick<Commenting, 'begin' | 'propose'> | undefined
}

/** Marks, blocks and undo of the working draft; left and right move along it. Ctrl Alt K in the text asks for a link. */
export function EditorToolbar({ editor, commenting }: EditorToolbarProps) {
  const [linking, setLinking] = useState<{ readonly href: string; readonly hasText: boolean }>()
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      strike: now.isActive('strike'),
      link: now.isActive('link'),
      level: ([1, 2, 3] as const).find((level) => now.isActive('heading', { level })),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      tasks: now.isActive('taskList'),
      quote: now.isActive('blockquote'),
    }),
  })
  const roving = useRoving()
  useTextKeys(editor, roving.ref, () => setLinking(linkAt(editor)))
  const chain = () => editor.chain().focus()
  const keys = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl '

  return (
    <div className="drafts-toolbar" role="toolbar" aria-label="Text" {...roving} onMouseDown={keepCaret}>
      <IconButton small label={`Bold (${keys}B)`} Icon={Bold} pressed={at.bold} onClick={() => chain().toggleBold().run()} />
      <IconButton small label={`Italic (${keys}I)`} Icon={Italic} pressed={at.italic} onClick={() => chain().toggleItalic().run()} />
      <Menu
        small
        label="Paragraph or heading"
        Icon={Heading}
        items={[
          { label: 'Paragraph', checked: at.level === undefined, onSelect: () => chain().setParagraph().run() },
          ...([1, 2, 3] as const).map((level) => ({
            label: `Heading ${level}`,
            checked: at.level === level,
            onSelect: () => chain().setHeading({ level }).run(),
          })),
        ]}
      />
      <Menu
        small
        label="List, quote, table"
        Icon={List}
        items={[
          { label: 'Bullet list', Icon: List, checked: at.bullets, onSelect: () => chain().toggleBulletList().run() },
          { label: 'Numbered list', Icon: ListOrdered, checked: at.numbers, onSelect: () => chain().toggleOrderedList().run() },
          { label: 'List to tick', Icon: ListChecks, checked: at.tasks, onSelect: () => chain().toggleTaskList().run() },
          { label: 'Quote', Icon: TextQuote, checked: at.quote, onSelect: () => chain().toggleBlockquote().run() },
          { label: 'Struck out', Icon: Strikethrough, checked: at.strike, onSelect: () => chain().toggleStrike().run() },
          { label: 'Table, 3 by 3', Icon: Table, onSelect: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
        ]}
      />
      <IconButton small label={`Link (${keys}Alt K)`} Icon={Link} pressed={at.link} onClick={() => setLinking(linkAt(editor))} />
      {commenting ? (
        <>
          <IconButton small label={`Comment (${keys}Alt M)`} Icon={MessageSquarePlus} onClick={commenting.begin} />
          <IconButton
            small
            label={`Propose another wording (${keys}Alt P)`}
            Icon={MessageSquareDiff}
            onClick={() => commenting.propose()}
          />
        </>
      ) : null}
      <IconButton small label={`Undo (${keys}Z)`} Icon={Undo2} onClick={() => chain().undo().run()} />
      <IconButton small label={`Redo (Shift ${keys}Z)`} Icon={Redo2} onClick={() => chain().redo().run()} />
      {linking ? (
        <LinkDialog
          href={linking.href}
          hasText={linking.hasText}
          onClose={() => setLinking(undefined)}
          onRemove={() => chain().extendMarkRange('link').unsetLink().run()}
          onSet={(href, text) => {
            const linked = chain().extendMarkRange('link')
            if (text === undefined) linked.setLink({ href }).run()
            else linked.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }).run()
          }}
        />
      ) : null}
    </div>
  )
}

function linkAt(editor: Editor): { readonly href: string; readonly hasText: boolean } {
  const { href } = editor.getAttributes('link')
  return { href: typeof href === 'string' ? href : '', hasText: !editor.state.selection.empty || editor.isActive('link') }
}

/** A press with the pointer on a button leaves the caret, and a phone's keyboard, where they are. */
function keepCaret(event: MouseEvent<HTMLDivElement>): void {
  const isButton = event.target instanceof Element && event.target.closest('button')?.parentElement === event.currentTarget
  if (isButton) event.preventDefault()
}
