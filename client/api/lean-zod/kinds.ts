export * from './compound'
export * from './plain'
