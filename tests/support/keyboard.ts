/** A page used without a mouse. */
import type { Page } from 'playwright-core';

const MOST = 80;

/** Presses Tab until the focus is on what a selector names; fails where it never is. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < MOST; count++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
}

/** True when one sees where the focus is. */
export const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element !== null && element !== document.body && getComputedStyle(element).outlineStyle !== 'none';
  });
