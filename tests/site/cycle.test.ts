import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '#config';
import { buildSite } from '../../scripts/build-site.ts';
import { copiedSources, temporaryFolder } from '../support/sources.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const sources = copiedSources(folder.path);
const [, demo = ''] = sources;

/** Builds both editions into a folder, and gives their files' text by path. */
async function built(name: string) {
  const dist = join(folder.path, name);
  const config = readConfig({
    POLINET_CONTENT: sources.join(':'),
    POLINET_DIST: dist,
    POLINET_STATE: join(folder.path, `${name}-stato`),
  });
  const said: string[] = [];
  if (!(await buildSite(config, (text) => said.push(text))).published) throw new Error(said.join('\n'));
  return (path: string) => readFileSync(join(dist, path), 'utf8');
}

const MINUTES = `---
title: Incontro aggiunto a mano (dimostrativo)
number: 106
date: 2027-03-18
starts: "10:00"
ends: "16:30"
place: Serra Ipotesi (CS)
host: demo-serra-ipotesi
access: public
state: approved
attendees: [demo-serra-ipotesi, demo-villa-saggio]
agenda:
  - theme: servizi-online
    title: Punto aggiunto a mano
decisions:
  - id: demo-d-2027-03-1
    text: Decisione aggiunta a mano.
    theme: servizi-online
actions:
  - id: demo-a-2027-03-1
    text: Provare a mano la guida sugli accreditamenti.
    owner: demo-villa-saggio
    theme: servizi-online
    practice: guides/accreditare-gli-utenti
    due: 2027-09-30
    state: open
next:
  date: 2027-10-14
  starts: "09:30"
  place: Luogo aggiunto a mano
  themes: [servizi-online]
---

Verbale dimostrativo, aggiunto a mano: l’incontro non si è tenuto e i comuni nominati non esistono.
`;

const MEASUREMENTS = `indicator: servizi-chiesti-on-line
period: 2026
access: public
status: final
values:
  - { participant: demo-villa-saggio, numerator: 137, denominator: 200 }
  - { participant: demo-borgo-esempio, value: 40 }
  - { participant: demo-montefinto, value: 51 }
`;

describe('one minutes file and one measurements file, written by hand', async () => {
  const before = await built('prima');
  writeFileSync(join(demo, 'minutes/demo-2027-03.mdx'), MINUTES);
  writeFileSync(join(demo, 'measurements/servizi-chiesti-on-line-2026.yaml'), MEASUREMENTS);
  const after = await built('dopo');

  it.each([
    ['the register of commitments', 'impegni/index.html', 'Provare a mano la guida sugli accreditamenti.'],
    ['the register of decisions', 'decisioni/index.html', 'Decisione aggiunta a mano.'],
    ['the agenda', 'prossimo-incontro/index.html', '14 ottobre 2027'],
    ['the agenda’s commitments', 'prossimo-incontro/index.html', 'demo-a-2027-03-1'],
    ['the call', 'prossimo-incontro/convocazione/index.html', 'Luogo aggiunto a mano'],
    ['the home page', 'index.html', '14 ottobre 2027'],
    ['the theme’s road', 'temi/servizi-online/index.html', 'Punto aggiunto a mano'],
    ['the theme’s open commitments', 'temi/servizi-online/index.html', 'demo-a-2027-03-1'],
    ['the matrix', 'sperimentazioni/index.html', '/verbali/demo-2027-03/#demo-a-2027-03-1'],
    ['the matrix as data', 'dati/sperimentazioni.csv', 'demo-a-2027-03-1,guides/accreditare-gli-utenti'],
    ['the municipality’s page', 'partecipanti/demo-villa-saggio/index.html', 'demo-a-2027-03-1'],
    ['the indicator’s chart', 'indicatori/servizi-chiesti-on-line/index.html', 'mediana 51,0'],
    ['the indicator’s table', 'indicatori/servizi-chiesti-on-line/index.html', '137 su 200'],
    ['the municipality’s values', 'partecipanti/demo-villa-saggio/index.html', '68,5'],
    ['the theme’s indicators', 'temi/servizi-online/index.html', 'Mediana della rete (2026): 51,0'],
    ['the feed of meetings', 'calendari/incontri.ics', 'DTSTART;TZID=Europe/Rome:20271014T093000'],
    ['the feed of due dates', 'calendari/scadenze.ics', 'impegno-demo-a-2027-03-1@'],
    ['the participant’s own feed', 'calendari/scadenze/demo-villa-saggio.ics', 'impegno-demo-a-2027-03-1@'],
    ['the open data on measurements', 'dati/rilevazioni.csv', 'demo-villa-saggio,Villa Saggio,68.5,137,200'],
    ['the indicator’s own file', 'dati/rilevazioni/servizi-chiesti-on-line.csv', 'demo-montefinto,Montefinto,51'],
    ['the open data on meetings', 'dati/incontri.json', 'Luogo aggiunto a mano'],
    ['the open data on commitments', 'dati/impegni.json', 'demo-a-2027-03-1'],
  ])('change %s', (_, path, text) => {
    for (const edition of ['public', 'participants']) {
      const wanted = edition === 'public' ? text : text.replace(/^\//, '/riservato/');
      expect(before(`${edition}/${path}`)).not.toContain(wanted);
      expect(after(`${edition}/${path}`)).toContain(wanted);
    }
  });
});
