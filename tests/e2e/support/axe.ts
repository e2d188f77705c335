import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds wrong on the page as it stands, in one line each; empty when nothing is. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  // Electron cannot open the second page in which axe would otherwise put its results together.
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  )
}
