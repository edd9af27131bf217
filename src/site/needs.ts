/** The home page's needs: each a reader's words, and the guide that answers them. */
import type { EntryLink } from '#mdx';
import type { Network } from '#model';
import { entriesOf } from './edition.ts';

/** Needs whose guide this edition shows. */
export function needsOf(network: Network): { label: string; link: EntryLink }[] {
  const shown = [...entriesOf('guides'), ...entriesOf('manuals'), ...entriesOf('tools')];
  const links = new Map(shown.map(({ link }) => [link.ref, link]));
  return (network.needs ?? []).flatMap(({ label, guide }) => {
    const link = links.get(guide);
    return link ? [{ label, link }] : [];
  });
}
