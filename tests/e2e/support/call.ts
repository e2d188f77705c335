import type { Page } from '@playwright/test'
import type { Bridge, CallName, Calls } from '../../../shared/ipc/contract'

declare const window: Window & { readonly zhike: Bridge }

/** One call of the contract, made in the window. */
export function callIn<N extends CallName>(
  page: Page,
  name: N,
  input: Calls[N]['in'],
): Promise<Calls[N]['out']> {
  // As one input of all calls Playwright's types would take it apart, and give up.
  const asked: readonly unknown[] = [name, input]
  return page.evaluate(
    ([name, input]) => window.zhike.call(name as 'app:start', input as null) as Promise<never>,
    asked,
  )
}
