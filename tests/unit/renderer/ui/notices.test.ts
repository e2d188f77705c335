import { describe, expect, it } from 'vitest'
import { createNotices } from '../../../../renderer/ui/notices/notices-store'

const texts = (notices: ReturnType<typeof createNotices>) =>
  notices.store.getState().notices.map(({ text }) => text)

describe('notices', () => {
  it('show only the newest of those that go by themselves', () => {
    const notices = createNotices()
    notices.tell('one')
    notices.tell('two')
    expect(texts(notices)).toEqual(['two'])
  })

  it('keep every different mistake until it is dismissed', () => {
    const notices = createNotices()
    notices.warn('disk full')
    notices.tell('saved')
    notices.warn('no printer')
    expect(texts(notices)).toEqual(['disk full', 'saved', 'no printer'])
    const first = notices.store.getState().notices[0]
    if (first) notices.dismiss(first.id)
    expect(texts(notices)).toEqual(['saved', 'no printer'])
  })

  it('say the same mistake once', () => {
    const notices = createNotices()
    notices.warn('disk full')
    notices.warn('disk full')
    expect(texts(notices)).toEqual(['disk full'])
  })
})
