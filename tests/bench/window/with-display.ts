import { startDisplay } from '../../e2e/support/display'

/** Windows open on a virtual display where there is none. */
export async function withDisplay<T>(work: () => Promise<T>): Promise<T> {
  if (process.platform !== 'linux' || process.env['DISPLAY']) return work()
  const display = await startDisplay()
  process.env['DISPLAY'] = display.name
  try {
    return await work()
  } finally {
    delete process.env['DISPLAY']
    display.end()
  }
}
