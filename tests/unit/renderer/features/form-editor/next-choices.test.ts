import { describe, expect, it } from 'vitest'
import { nextChoices } from '../../../../../renderer/features/form-editor/next-choices'
import { catalogue } from '../../../../../shared/catalogue'
import { nextForms } from '../../../../../shared/catalogue/next-forms'

const usual = nextForms('KHTS-BD-001')

describe('the choice of the next form', () => {
  it('offers the usual ones first, in their order, and every other form behind', () => {
    const choices = nextChoices(catalogue, usual, '')
    expect(choices).toHaveLength(catalogue.length)
    expect(choices.slice(0, usual.length).map(({ code }) => code)).toEqual(usual)
    expect(choices.slice(usual.length).every((choice) => !choice.usual)).toBe(true)
  })

  it('finds any form by name, code or initials', () => {
    expect(nextChoices(catalogue, usual, '忠诚').map(({ code }) => code)).toEqual(['KHGX-BD-017'])
    expect(nextChoices(catalogue, usual, 'SHFW-BD-004').map(({ name }) => name)).toEqual(['售后服务登记表'])
    expect(nextChoices(catalogue, usual, 'tsdc').map(({ code }) => code)).toContain('KHTS-BD-003')
  })
})
