/** A busy machine may take its time: what a test waits for on a screen may take as long as what it waits for elsewhere. */
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 15_000 })
}

export {}
