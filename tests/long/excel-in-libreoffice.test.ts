import { describe, expect, it } from 'vitest'
import { formsWorkbook } from '../../node/excel'
import { catalogue } from '../../shared/catalogue'
import { emptyValues } from '../../shared/forms/values'
import type { FormSheet } from '../../shared/ipc/contract'
import { layoutForm } from '../../shared/print'
import { renderInLibreOffice } from '../support/libreoffice'
import { letterhead } from '../support/print-samples'

describe('every form of the catalogue in LibreOffice', () => {
  it.each(['blank', 'filled'] as const)('prints the pages that the program prints (%s)', async (mode) => {
    const forms = catalogue.map(({ template, sample }): FormSheet => ({
      template,
      values: mode === 'blank' ? emptyValues : sample,
      letterhead,
      mode,
    }))
    const written = await formsWorkbook(forms, 0)
    if (!written.ok) throw new Error(JSON.stringify(written.error))
    const printed = renderInLibreOffice(written.value)
    printed.remove()
    // Each form begins where all before it end: the code in its letterhead says so.
    const wanted = forms.flatMap((form) => layoutForm(form).pages.map(() => form.template.code))
    expect(printed.pages.map((page) => /[A-Z]{4}-BD-\d{3}/.exec(page)?.[0])).toEqual(wanted)
  })
})
