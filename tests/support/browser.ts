/** A real browser for tests: one that is installed, or the one that npm brings. */
import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];
/** Switches of the packaged browser that would make it another browser than readers have, or a fragile one. */
const UNWANTED = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content']);

/** Starts a headless browser; says what is missing where none can start. */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => existsSync(path));
  const executablePath = installed ?? (await chromium.executablePath());
  const args = [...(installed ? [] : chromium.args.filter((arg) => !UNWANTED.has(arg))), ...QUIET];
  try {
    return await playwright.launch({ executablePath, args });
  } catch (error) {
    throw new Error(
      `No browser could start (${executablePath}). Install Chromium or Chrome, or the library it asks for (on Debian: libnss3).\n${(error as Error).message}`,
    );
  }
}
