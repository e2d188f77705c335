export * from './letter'
export * from './status'
