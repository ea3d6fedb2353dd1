import { useEffect, useMemo, useState } from 'react'
import { documentParts } from '../../../shared/doc/outline'
import { gatherDocument, publicDocument } from '../../../shared/tools/document/model'
import type { DocumentChoice, DocumentModel } from '../../../shared/tools/document/schema'
import { sectionsOf } from '../../../shared/tools/outline'
import type { WorkshopDocs } from '../../../shared/tools/tool'
import { useDocs } from '../../app/docs-context'
import { useWorkshop } from '../../app/workshop-context'

/** The whole document as it is now, and the part of it that was chosen. */
export function useDocument(choice: DocumentChoice): { readonly all: DocumentModel; readonly model: DocumentModel } {
  const docs = useDocs()
  const { serverNow } = useWorkshop()
  const { names, reservations } = choice
  const withComments = choice.parts.includes('comments')
  const { all, missing } = useMemo(() => {
    const watched = watchDrafts(docs, withComments)
    const gathered = gatherDocument(watched.docs, { parts: documentParts, names, reservations }, serverNow())
    return { all: gathered, missing: watched.missing() }
  }, [docs, names, reservations, withComments, serverNow])
  useDrafts(missing)
  const model = useMemo(() => ({ ...all, parts: choice.parts, sections: sectionsOf(all.sections, choice.parts) }), [all, choice.parts])
  return { all, model }
}

/** Notes which wordings a tool wanted to read and did not find loaded, and what is said about them where that is asked for. */
function watchDrafts(docs: WorkshopDocs, withComments: boolean): { readonly docs: WorkshopDocs; missing(): string } {
  const wanted = new Set<string>()
  const watching: WorkshopDocs = {
    ...docs,
    draft(draftId) {
      const doc = docs.draft(draftId)
      if (!doc) wanted.add(`draft/${draftId}`)
      return doc
    },
    comments(draftId) {
      const doc = withComments ? docs.comments?.(draftId) : undefined
      if (withComments && !doc) wanted.add(`comments/${draftId}`)
      return doc
    },
  }
  return { docs: watching, missing: () => [...wanted].sort().join(' ') }
}

/** Opens wordings, or comments on them, while the document is on screen; once opened they stay, so that a loaded one does not close itself. */
function useDrafts(missing: string): void {
  const { openRoom } = useWorkshop()
  const [wanted, setWanted] = useState<readonly string[]>([])
  const fresh = missing.split(' ').filter((id) => id !== '' && !wanted.includes(id))
  if (fresh.length > 0) setWanted([...wanted, ...fresh])
  const key = wanted.join(' ')
  useEffect(() => {
    const handles = key.split(' ').flatMap((name) => {
      const [zone, id] = name.split('/')
      return id === undefined ? [] : [openRoom(zone === 'comments' ? 'comments' : 'draft', id)]
    })
    return () => {
      for (const handle of handles) handle.close()
    }
  }, [key, openRoom])
}

/** What would become public, and the titles of chosen chapters that would not. */
export function usePublicDocument(choice: DocumentChoice): {
  readonly sections: DocumentModel['sections']
  readonly staysInside: readonly string[]
} {
  const docs = useDocs()
  const { serverNow } = useWorkshop()
  return useMemo(() => {
    const { sections } = publicDocument(gatherDocument(docs, { ...choice, adoptedOnly: true }, serverNow()))
    const inside = gatherDocument(docs, choice, serverNow()).sections.filter(({ title }) => !sections.some((each) => each.title === title))
    return { sections, staysInside: inside.map(({ title }) => title) }
  }, [docs, choice, serverNow])
}
