import type { Field, FieldType } from '../forms/field'
import { defaultMax } from '../forms/field-types'
import { MEANINGS, type Meaning } from '../forms/meaning'

type Plain = 'text' | 'longText' | 'phone' | 'email' | 'idNumber' | 'creditCode' | 'money' | 'date' | 'person'

const field = (key: string, label: string, type: FieldType, max?: number): Field => {
  const meaning = MEANINGS.find((name) => name === `customer.${key}`)
  return {
    key,
    label,
    type,
    required: key === 'name',
    max: max ?? defaultMax(type),
    ...(meaning ? { meaning } : {}),
  }
}

const plain = (key: string, label: string, type: Plain, max?: number): Field =>
  field(key, label, { type }, max)

const choice = (key: string, label: string, ...options: readonly string[]): Field =>
  field(key, label, { type: 'choice', options })

const rows = (key: string, label: string, max: number, columns: readonly Field[]): Field => ({
  key,
  label,
  required: false,
  max: 0,
  type: { type: 'rows', columns, printed: 1, max, direction: 'down', lanes: 1 },
})

const column = (key: string, label: string, type: Plain, max?: number): Field => ({
  key,
  label,
  type: { type },
  required: false,
  max: max ?? defaultMax({ type }),
})

/** 客户: what a person may be. */
export const CUSTOMER_KINDS = ['企业', '个体工商户', '个人', '其他'] as const

export const CONTACTS = 'contacts'
export const ADDRESSES = 'addresses'

/** The customer master's registers, in the order in which a person reads them. */
export const CUSTOMER_FIELDS: readonly Field[] = [
  plain('name', '客户名称', 'text', 60),
  plain('code', '客户编号', 'text', 30),
  plain('shortName', '简称', 'text', 20),
  choice('kind', '客户类别', ...CUSTOMER_KINDS),
  choice('level', '客户等级', 'A', 'B', 'C', 'D'),
  plain('contact', '联系人', 'text', 30),
  plain('phone', '电话', 'phone'),
  plain('mobile', '手机', 'phone'),
  plain('fax', '传真', 'phone'),
  plain('email', '电子邮箱', 'email'),
  plain('website', '网址', 'text', 60),
  plain('region', '所在地区', 'text', 30),
  plain('address', '地址', 'text', 80),
  plain('postcode', '邮政编码', 'text', 10),
  plain('industry', '所属行业', 'text', 30),
  plain('business', '主营业务', 'text', 80),
  plain('scale', '人员规模', 'text', 20),
  plain('creditCode', '统一社会信用代码', 'creditCode'),
  plain('idNumber', '身份证号码', 'idNumber'),
  plain('legalPerson', '法定代表人', 'text', 20),
  plain('founded', '成立日期', 'date'),
  plain('capital', '注册资本', 'money'),
  plain('bank', '开户银行', 'text', 60),
  plain('bankAccount', '银行账号', 'text', 40),
  plain('credit', '信用等级', 'text', 20),
  plain('creditLimit', '信用限额', 'money'),
  plain('source', '客户来源', 'text', 20),
  plain('owner', '客户专员', 'person'),
  plain('since', '首次交易日期', 'date'),
  plain('note', '备注', 'longText'),
  rows(CONTACTS, '联系人名单', 60, [
    column('name', '姓名', 'text', 30),
    column('post', '部门及职务', 'text', 30),
    column('mobile', '手机', 'phone'),
    column('phone', '座机', 'phone'),
    column('email', '微信或邮箱', 'text', 60),
    column('note', '备注', 'text', 60),
  ]),
  rows(ADDRESSES, '其他地址', 30, [
    column('kind', '用途', 'text', 20),
    column('address', '地址', 'text', 80),
    column('postcode', '邮政编码', 'text', 10),
    column('note', '备注', 'text', 60),
  ]),
]

/** The master's field that answers a meaning of a form's field; undefined for meanings of other things. */
export const fieldOfMeaning = (meaning: Meaning | undefined): Field | undefined =>
  meaning === undefined ? undefined : CUSTOMER_FIELDS.find((field) => field.meaning === meaning)
