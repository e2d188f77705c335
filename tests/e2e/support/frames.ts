import type { Page } from '@playwright/test'

/** What a window drew while something went on; milliseconds. */
export interface Frames {
  readonly count: number
  /** Of the gaps between two frames. */
  readonly longest: number
  readonly p95: number
  readonly over50: number
  /** Of the tasks that the window's thread was busy with for 50 ms and more; 0: none. */
  readonly longestTask: number
}

interface Recorder {
  readonly gaps: number[]
  readonly tasks: number[]
  end: () => void
}

declare global {
  interface Window {
    framesOfTest?: Recorder
  }
}

/** Notes every frame and every long task of the window from now on. */
export function beginFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const gaps: number[] = []
    const tasks: number[] = []
    let last = performance.now()
    let isRunning = true
    const tick = (now: number) => {
      gaps.push(now - last)
      last = now
      if (isRunning) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    })
    observer.observe({ type: 'longtask' })
    window.framesOfTest = {
      gaps,
      tasks,
      end: () => {
        isRunning = false
        observer.disconnect()
      },
    }
  })
}

export async function endFrames(page: Page): Promise<Frames> {
  const { gaps, tasks } = await page.evaluate(() => {
    window.framesOfTest?.end()
    return { gaps: window.framesOfTest?.gaps ?? [], tasks: window.framesOfTest?.tasks ?? [] }
  })
  // The first one reaches back to before the recording.
  const sorted = gaps.slice(1).sort((a, b) => a - b)
  const rounded = (ms: number) => Math.round(ms * 10) / 10
  return {
    count: sorted.length,
    longest: rounded(sorted.at(-1) ?? 0),
    p95: rounded(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    over50: sorted.filter((gap) => gap > 50).length,
    longestTask: rounded(Math.max(0, ...tasks)),
  }
}
