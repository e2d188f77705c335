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

  it('take a mistake away once the same thing has worked, and no other', () => {
    const notices = createNotices()
    notices.warn('not saved: disk full', 'save')
    notices.warn('not saved: folder busy', 'save')
    notices.warn('draft not kept', 'draft')
    notices.warn('no printer')
    expect(texts(notices)).toEqual(['not saved: folder busy', 'draft not kept', 'no printer'])
    notices.settle('save')
    expect(texts(notices)).toEqual(['draft not kept', 'no printer'])
  })

  it('dismiss the topmost mistake, never what goes by itself', () => {
    const notices = createNotices()
    notices.tell('saved')
    notices.warn('disk full')
    notices.warn('no printer')
    expect(notices.dismissTop()).toBe(true)
    expect(texts(notices)).toEqual(['saved', 'no printer'])
    expect(notices.dismissTop()).toBe(true)
    expect(notices.dismissTop()).toBe(false)
    expect(texts(notices)).toEqual(['saved'])
  })

  it('say the same mistake once', () => {
    const notices = createNotices()
    notices.warn('disk full')
    notices.warn('disk full')
    expect(texts(notices)).toEqual(['disk full'])
  })
})
