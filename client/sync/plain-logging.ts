/** What the documents' library has to say, on the browser's own console. */
export const { log: print, warn } = console
