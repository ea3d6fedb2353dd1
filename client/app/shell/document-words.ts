import type { Progress } from '../../../shared/tools/tool'

/**
 * How far the document has come, for the agenda: whether it is public, else how many of its statements are adopted.
 *
 * @param publication progress of the document itself
 * @param statements progress of the wordings
 */
export function documentWords(publication: Progress, statements: Progress | undefined): string {
  if (publication.done > 0) return 'public'
  if (!statements || statements.done === 0) return 'draft'
  return statements.done === statements.total ? 'adopted' : `${statements.done} of ${statements.total} adopted`
}
