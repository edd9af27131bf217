import { z } from 'zod';
import * as f from './fields.ts';

/** How large a file beside an entry may be, in megabytes, where the network does not say. */
export const DEFAULT_MEGABYTES = 20;

/** `network.yaml`: what the site says of the network itself. Exactly one among the sources. */
export const networkSchema = f.group(
  {
    name: f.line('Nome della rete'),
    tagline: f.line('Motto', 'Una riga sotto il nome.'),
    description: f.text('Descrizione', 'La frase che apre la pagina iniziale.'),
    locale: f.choice('Lingua', { it: 'Italiano', en: 'Inglese' }),
    coordinator: f.group(
      {
        name: f.line('Nome'),
        website: f.url('Sito web').optional(),
        identifier: f
          .line('Codice identificativo', 'Il codice IPA o la partita IVA: compare nei metadati dei dati aperti.')
          .optional(),
      },
      'Coordinatore',
    ),
    contact: z.email().meta({ label: 'Contatto', hint: 'Un indirizzo di posta elettronica.', widget: 'line' }),
    licence: f
      .line('Licenza dei contenuti', 'Un identificativo SPDX, per esempio «CC-BY-4.0».')
      .regex(/^[A-Za-z0-9.+-]+$/, { error: 'spdx' }),
    repository: f
      .url('Archivio dei contenuti', 'L’indirizzo a cui si aggiunge il percorso di un file per modificarlo.')
      .optional(),
    accessibilityStatementUrl: f
      .url('Dichiarazione di accessibilità', 'Quella compilata sul modulo di AgID.')
      .optional(),
    privacyUrl: f.url('Informativa sulla privacy').optional(),
    maxFileMegabytes: f
      .number('Dimensione massima dei file', 'In megabyte; 20 se non è indicata.')
      .min(1)
      .max(500)
      .default(DEFAULT_MEGABYTES),
    needs: f
      .listOf(
        f.group(
          { label: f.line('Bisogno', 'Per esempio «Gestire i picchi».'), guide: f.anyReference('Guida') },
          'Bisogno',
        ),
        'Guide per bisogno',
        'Le guide in evidenza nella pagina iniziale, con le parole di chi legge.',
      )
      .optional(),
  },
  'Rete',
);

/** `source.yaml`: what holds for every entry of a source. */
export const sourceSchema = f.group(
  {
    label: f.line('Nome della fonte').optional(),
    access: f.access().optional(),
    demo: f
      .flag('Dati dimostrativi', 'Le voci della fonte portano ovunque il segno «Dato dimostrativo».')
      .default(false),
    editable: f.flag('Modificabile', 'Se la fonte compare nell’editor.').default(false),
  },
  'Fonte',
);

export type Network = z.output<typeof networkSchema>;
export type SourceSettings = z.output<typeof sourceSchema>;
