/** Rows of the keyboard map. */
export const keys = [{ keys: '+ −', does: 'Place a dot on the option in focus, or take one back' }]
