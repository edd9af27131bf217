/** The frame of the gateway's own pages: that of the site, taken from the built page about access. */

export interface Shell {
  locale: string;
  network: string;
  /** HTML before the title, between it and the content, and after the content. */
  parts: readonly [string, string, string];
  /** What the page about access says around its place for forms: how to get access. */
  access: readonly [string, string];
}

const FRAME =
  /^(?<start>.*<html lang="(?<locale>[^"]+)".*?<title>)(?<title>[^<]*)(?<middle><\/title>.*?<main[^>]*>)(?<before>.*)<div data-forms><\/div>(?<after>.*)(?<end><\/main>.*)$/s;

/**
 * Takes the frame from a built page.
 *
 * @param page an edition's page about access
 * @throws when it is not there, or has another form
 */
export function shellOf(page: string): Shell {
  const found = FRAME.exec(page)?.groups;
  if (!found) throw new Error('An edition has no page accesso/ with a place for forms: build it first.');
  const { start, locale, title, middle, before, after, end } = found as Record<string, string>;
  return {
    locale: locale as string,
    network: (title as string).slice((title as string).lastIndexOf(' · ') + 3),
    parts: [start as string, middle as string, end as string],
    access: [before as string, after as string],
  };
}

/** A page in the frame. Both title and content are HTML, escaped. */
export const framed = ({ parts, network }: Shell, title: string, main: string): string =>
  `${parts[0]}${title} · ${network}${parts[1]}${main}${parts[2]}`;
