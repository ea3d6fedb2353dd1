/**
 * The one place that knows what plain http (a room's own network) and old or private browsers lack. Ids and hashes
 * need nothing from here: `newId` uses `getRandomValues`, hashes come from lib0.
 */

/** What this device remembers; a browser that forbids it remembers for as long as the page lives. */
export const deviceStorage = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return fallback.get(key) ?? null
    }
  },
  write(key: string, value: string): void {
    try {
      localStorage.setItem(key, value)
    } catch {
      fallback.set(key, value)
    }
  },
  remove(key: string): void {
    fallback.delete(key)
    try {
      localStorage.removeItem(key)
    } catch {
      // Nothing was kept.
    }
  },
  /** Forgets everything whose key begins so. */
  removeUnder(prefix: string): void {
    for (const key of [...fallback.keys(), ...keptKeys()]) if (key.startsWith(prefix)) deviceStorage.remove(key)
  },
}

function keptKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

const fallback = new Map<string, string>()

let indexedDbWorks: Promise<boolean> | undefined

/** Whether documents can be kept on this device; asked once by opening a database for real. */
export function canKeepDocuments(): Promise<boolean> {
  indexedDbWorks ??= probeIndexedDb()
  return indexedDbWorks
}

function probeIndexedDb(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('convene-probe')
      request.onsuccess = () => {
        request.result.close()
        indexedDB.deleteDatabase(request.result.name)
        resolve(true)
      }
      request.onerror = () => resolve(false)
      request.onblocked = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
}

/** Base address of the sockets, on this page's own origin. */
export function socketAddress(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}
