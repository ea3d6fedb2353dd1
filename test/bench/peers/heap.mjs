// Preloaded into a server: on SIGUSR2 it collects garbage and prints what is left. Needs --expose-gc.
process.on('SIGUSR2', () => {
  globalThis.gc()
  globalThis.gc()
  process.stdout.write(`heap ${process.memoryUsage().heapUsed}\n`)
})
