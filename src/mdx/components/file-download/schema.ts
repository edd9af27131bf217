import { z } from 'zod';
import { defineComponent } from '../../component.ts';

export const component = defineComponent({
  name: 'FileDownload',
  place: 'block',
  children: 'none',
  attributes: z.strictObject({
    path: z.string().min(1).meta({ label: 'File', widget: 'attachment' }),
    label: z.string().trim().min(1).meta({ label: 'Descrizione' }),
  }),
  purpose: 'Un file da scaricare, con tipo e dimensione.',
  example: '<FileDownload path="modulo.txt" label="Modulo di reclamo" />',
  resolve: ({ path, label }, lookup) => ({ file: lookup.file(path) ?? null, label }),
  text: ({ label }) => String(label),
});
