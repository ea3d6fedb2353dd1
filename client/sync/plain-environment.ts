/** What the documents' library asks of where it runs; in the built client that is always a browser. */
export const isNode = false
export const isBrowser = true
/** The built client checks no schema of the library's own. */
export const production = true

/** A browser has no environment variables, so none asks for the library's slower checks. */
export function getVariable(): null {
  return null
}
