/** What the documents' library has to say, on the browser's own console. */
export const { log: print, warn } = console

/** The library's marks for colour and weight, which a plain console has none of. */
export const BOLD = ''
export const UNBOLD = ''
export const ORANGE = ''
export const RED = ''
