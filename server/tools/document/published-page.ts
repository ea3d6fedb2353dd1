import { dateInWords } from '../../../shared/tools/document/date'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import { documentPage } from './html'
import { documentCss } from './html-css'

/** Where the published pages' style sheet is; no slug has a dot. */
export const styleSheetPath = '/v/page.css'

/** A published document as a page: no script, its style in a file of its own as the policy wants, not for search engines. */
export function publishedPage(model: DocumentModel, version: number): Response {
  const head = `<meta name="robots" content="noindex">\n<link rel="icon" href="/mark.svg">\n<link rel="stylesheet" href="${styleSheetPath}">`
  const note = `Version ${version}, ${dateInWords(model.date)}`
  return htmlResponse(documentPage(model, { head, note }), 200)
}

/** The one answer for pages that never were, were withdrawn, or are not yours. */
export function noPage(): Response {
  return htmlResponse(
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/mark.svg">
<title>No page here</title>
<link rel="stylesheet" href="${styleSheetPath}">
</head>
<body><main><h1>There is no page here</h1><p>The address may be mistyped, or the group has taken the page down. Ask whoever gave you the link.</p></main></body>
</html>
`,
    404,
  )
}

export function styleSheet(): Response {
  return new Response(documentCss, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}

function htmlResponse(html: string, status: 200 | 404): Response {
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex', 'cache-control': 'no-cache' },
  })
}
