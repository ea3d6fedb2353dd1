import { type AnyExtension, mergeAttributes } from '@tiptap/core'
import { Heading } from '@tiptap/extension-heading'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { safeHref } from '../../../doc/safe-href'

/** Stands below the page's own headings for assistive technology, while a copy pasted elsewhere keeps its level. */
const StatementHeading = Heading.extend({
  renderHTML({ node, HTMLAttributes }) {
    const level = Number(node.attrs.level)
    return [`h${level}`, mergeAttributes(this.options.HTMLAttributes, HTMLAttributes, { 'aria-level': level + 2 }), 0]
  },
})

/**
 * Code letters may be bold or a link as well: where one person makes words code while another makes them a link, the
 * shared text has both, and an editor whose rules forbid it would hold what it may not.
 */
const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension) => (extension.name === 'code' ? extension.extend({ excludes: 'code' }) : extension))
  },
})

/**
 * What a wording may be made of: paragraphs, three levels of headings, bold, italic, strike, code, links, bullet,
 * numbered and task lists, quotes, tables, hard breaks and rules. History and a trailing paragraph are left out,
 * since the shared document brings the one and the other would write without anybody typing.
 */
export const editorSchema: readonly AnyExtension[] = [
  Kit.configure({
    heading: false,
    codeBlock: false,
    underline: false,
    undoRedo: false,
    trailingNode: false,
    link: {
      defaultProtocol: 'https',
      openOnClick: false,
      isAllowedUri: (address) => safeHref(address) !== undefined,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
  StatementHeading.configure({ levels: [1, 2, 3] }),
  TaskList,
  TaskItem.configure({ nested: true }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
]
