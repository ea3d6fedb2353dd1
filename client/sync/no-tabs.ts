/**
 * What the provider says to other tabs of this browser: nothing, since every connection here is opened with
 * `disableBc`. Each tab has its own line to the server, which alone says what is saved.
 */
export function publish(): void {}

/** No other tab is heard. */
export function subscribe(): void {}

/** No other tab was heard. */
export function unsubscribe(): void {}
