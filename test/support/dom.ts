import { Window } from 'happy-dom'

const needed = ['document', 'navigator', 'Node', 'Element', 'HTMLElement', 'MutationObserver', 'KeyboardEvent', 'DOMParser'] as const

/** Gives Node what an editor needs of a browser, for tests whose server has to stay in Node; returns the way to take it back. */
export function installDom(): () => void {
  const window = new Window()
  const before = new Map(['window', ...needed].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]))
  for (const name of before.keys()) {
    const value = name === 'window' ? window : Reflect.get(window, name)
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value })
  }
  return () => {
    for (const [name, own] of before) {
      if (own) Object.defineProperty(globalThis, name, own)
      else Reflect.deleteProperty(globalThis, name)
    }
    void window.happyDOM.close()
  }
}
