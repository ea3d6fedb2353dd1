/**
 * The one place that knows what plain http (a room's own network) and old or private browsers lack. Ids and hashes
 * need nothing from here: `newId` uses `getRandomValues`, hashes come from lib0.
 */

/** Copies text; without the clipboard API (plain http) by selecting it in a hidden field. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused by the browser's settings: the old way may still work.
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // Inside an open modal dialog only its own descendants can take the selection.
  const host = before?.closest('dialog') ?? document.body
  host.append(field)
  field.select()
  let copied = false
  try {
    copied = document.execCommand('copy')
  } catch {
    copied = false
  }
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}

/** Offers a text as a file. */
export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

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
