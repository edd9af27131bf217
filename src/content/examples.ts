/** Small files from which examples of rules are made. They state nothing of real municipalities. */
import { zipSync } from 'fflate';

/** Front matter and a text as a file. */
export const mdx = (fields: string, body = 'Testo.'): string => `---\n${fields.trim()}\n---\n\n${body}\n`;

/** A valid guide, with more fields and another text. */
export const guide = (more = '', body = 'Testo.'): string =>
  mdx(
    `title: Una guida\nsummary: In breve.\naccess: public\nthemes: [tema]\nupdated: 2026-01-10\nreviewBy: 2030-01-10\nstatus: current\n${more}`,
    body,
  );

/** A valid set of minutes, of 10 May 2024. */
export const minutes = (more = '', body = 'Testo.'): string =>
  mdx(
    `title: Un incontro\nnumber: 1\ndate: 2024-05-10\nplace: Roccafinta\nhost: roccafinta\naccess: public\nstate: approved\n${more}`,
    body,
  );

export const theme = mdx('title: Un tema\nsummary: In breve.\nstatus: proposed');

/** A participant since 2011; no two have one ISTAT code. */
export const participant = (name: string, more = ''): string =>
  `name: ${name}\nmunicipality: ${name}\nprovince: PD\nregion: Veneto\nistat: "${name === 'Roccafinta' ? '028901' : '028902'}"\njoined: 2011\n${more}`;

export const network = `name: Rete di prova
tagline: Una rete che esiste solo negli esempi
description: Serve a provare il sito.
locale: it
coordinator: { name: Prova }
contact: prova@example.org
licence: CC-BY-4.0
`;

/** What every example stands on: a theme and a participant. */
export const exampleBase: Record<string, string> = {
  'network.yaml': network,
  'themes/tema.mdx': theme,
  'pages/rete.mdx': mdx('title: La rete\naccess: public', 'Il tema di oggi è [uno](../themes/tema.mdx).'),
  'participants/roccafinta.yaml': participant('Roccafinta'),
};

/** A valid indicator: a percentage. */
export const indicator = (unit = 'percent'): string =>
  `title: Pratiche concluse allo sportello\ntheme: tema\ndefinition: Quante pratiche si concludono al primo contatto.\nunit: ${unit}\ndirection: higher\nhowMeasured: Si contano le pratiche di una settimana.\n`;

/** A set of measurements of it with one value, given as fields in flow style. */
export const measurement = (value: string, year = 2025): string =>
  `indicator: pratiche\nperiod: ${year}\naccess: public\nstatus: final\nvalues:\n  - { participant: roccafinta, ${value} }\n`;

/** A valid tool that offers one file. */
export const tool = (file: string, more = ''): string =>
  mdx(
    `title: Un modulo\nsummary: In breve.\naccess: public\nkind: form\nthemes: [tema]\nversion: "1.0"\nupdated: 2026-01-10\nreviewBy: 2030-01-10\nfiles:\n  - path: ${file}\n    label: Il modulo\n${more}`,
  );

const bytes = (text: string) => new TextEncoder().encode(text);

/** A PDF of one empty page, tagged and titled or neither. */
export const pdf = (accessible: boolean): Uint8Array =>
  bytes(`%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R${accessible ? ' /MarkInfo << /Marked true >> /Lang (it-IT)' : ''} >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>
endobj
4 0 obj
<< ${accessible ? '/Title (Un modulo)' : ''} >>
endobj
trailer
<< /Root 1 0 R /Info 4 0 R /Size 5 >>
%%EOF
`);

/** A Word document, with or without macros. */
export const docx = (macros: boolean): Uint8Array =>
  zipSync({
    '[Content_Types].xml': bytes(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': bytes('<document/>'),
    ...(macros && { 'word/vbaProject.bin': bytes('macro') }),
  });

/** A drawing of one line, with whatever else is in it. */
export const svg = (more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0L20 10"/>${more}</svg>\n`;
