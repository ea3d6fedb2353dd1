import type { AnyExtension } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { safeHref } from '../../doc/safe-href'

/**
 * What a wording may be made of: paragraphs, three levels of headings, bold, italic, strike, code, links, bullet,
 * numbered and task lists, quotes, tables, hard breaks and rules. History and a trailing paragraph are left out,
 * since the shared document brings the one and the other would write without anybody typing.
 */
export const editorSchema: readonly AnyExtension[] = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
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
  TaskList,
  TaskItem.configure({ nested: true }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
]
