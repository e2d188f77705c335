import type { Mirror } from '../../mirror'
import type { preview as source } from '../zh-CN/preview'

export const preview: Mirror<typeof source> = {
  title: 'Print preview',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  page: 'Page {{page}} of {{pages}}',
  loading: 'Laying out the pages…',
  sheets: 'Sheet',
  blank: 'Blank',
  filled: 'Filled',
  blankHint: 'Empty, to be filled in by hand',
  filledHint: 'With what was filled in',
  save: 'Save as PDF',
  print: 'Print…',
  copies: 'Copies',
  copiesBad: 'Copies: a number from 1 to 999',
  close: 'Close',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit width',
  saved: 'Saved as {{path}}',
  printed: 'Sent to the printer',
  excel: 'Export to Excel…',
  excelSaved: 'Exported as {{path}}',
  missing:
    'No font has these characters; they stay empty on paper: {{characters}}. Write them differently, or add them by hand.',
  drawFailed:
    'This page could not be drawn ({{reason}}). The PDF itself is whole: it can still be saved or printed.',
}
