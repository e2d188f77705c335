export { makeSeedFolder, type SeededFolder, type SeedOptions } from './make-folder'
