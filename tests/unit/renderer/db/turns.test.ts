import { describe, expect, it } from 'vitest'
import { ownTasks, takeTurns } from '../../../../renderer/db/lists/turns'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('questions to the lists', () => {
  it('are answered at once while nothing else is, and else one a task in their order, urgent ones first', async () => {
    const answered: string[] = []
    const tasks: (() => void)[] = []
    const ask = takeTurns<string>({
      answer: (question) => answered.push(question),
      isUrgent: (question) => question.startsWith('find'),
      nextTask: () => new Promise((resolve) => tasks.push(resolve)),
    })
    const nextTask = async () => {
      tasks.shift()?.()
      await settled()
    }
    ask('customers')
    expect(answered).toEqual(['customers'])
    for (const question of ['records', 'dues', 'find a', 'find b']) ask(question)
    await settled()
    expect(answered).toEqual(['customers'])
    await nextTask()
    expect(answered).toEqual(['customers', 'find a'])
    await nextTask()
    await nextTask()
    expect(answered).toEqual(['customers', 'find a', 'find b', 'records'])
    ask('find c')
    for (let task = 0; task < 3; task += 1) await nextTask()
    expect(answered.slice(4)).toEqual(['find c', 'dues'])
    ask('counts')
    expect(answered.at(-1)).toBe('counts')
  })

  it('hear what has arrived before the next one is answered', async () => {
    const heard: string[] = []
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<string>) => heard.push(data)
    const nextTask = ownTasks()
    port2.postMessage('typed')
    while (heard.length === 0) await nextTask()
    expect(heard).toEqual(['typed'])
    port1.close()
  })
})
