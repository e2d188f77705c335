export { ExportButton } from './export-button'
export { ImportButton } from './import-button'
export { ImportSettings } from './import-settings'
export { toExport, USUAL_STATES } from './to-export'
