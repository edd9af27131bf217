/** Sources made in temporary folders, for tests that need content of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const network = `name: Rete di prova
tagline: Una rete che esiste solo nei test
description: Serve a provare il sito.
locale: it
coordinator: { name: Prova }
contact: prova@example.org
licence: CC-BY-4.0
`;

/** Files by path; bytes stay bytes. */
export type Files = Record<string, string | Uint8Array>;

/** A temporary folder that is removed when the test file ends. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'polinet-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Front matter and a body as a file. */
export const mdx = (fields: string, body = 'Testo.'): string => `---\n${fields.trim()}\n---\n\n${body}\n`;

/** A valid guide, with more or other fields and text. */
export const guide = (more = '', body = 'Testo.'): string =>
  mdx(
    `title: Una guida\nsummary: In breve.\naccess: public\nthemes: [tema]\nupdated: 2026-01-10\nreviewBy: 2030-01-10\nstatus: current\n${more}`,
    body,
  );

export const theme = mdx('title: Un tema\nsummary: In breve.\nstatus: proposed');

export const participant = (name: string): string =>
  `name: ${name}\nmunicipality: ${name}\nprovince: PD\nregion: Veneto\nistat: "028901"\njoined: 2011\n`;
