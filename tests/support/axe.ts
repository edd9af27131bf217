/** What axe finds on a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page as it is. @param within a selector, where only a part of the page is looked at */
export async function violations(page: Page, within?: string): Promise<string[]> {
  // Not as a script of the page: the site's policy rightly forbids what is injected.
  await page.evaluate(axe);
  return page.evaluate(async (part) => {
    type Run = { run(part?: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { violations: found } = await (window as unknown as { axe: Run }).axe.run(part ?? undefined);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, within);
}
