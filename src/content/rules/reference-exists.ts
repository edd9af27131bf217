import { guide, minutes } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Ogni voce citata esiste',
  explanation:
    'Si cita una voce con il suo identificativo, che è il nome del file senza estensione, e dove serve anche con la raccolta: «guides/turni»; decisioni e impegni hanno quello scritto nel verbale. Se la voce non c’è il rimando non porta a nulla: si corregge l’identificativo, oppure si crea la voce.',
  valid: {
    'guides/attese.mdx': guide(
      'authors: [roccafinta]\nrelated: [guides/turni]',
      'Si veda <Ref id="guides/turni" />.\n\n<Decision id="d-2024-05-1" />',
    ),
    'guides/turni.mdx': guide(),
    'minutes/primo.mdx': minutes('decisions:\n  - id: d-2024-05-1\n    text: Si prova per tre mesi.'),
  },
  invalid: {
    'guides/attese.mdx': guide(
      'authors: [rocafinta]\nrelated: [turni]',
      'Si veda <Ref id="guides/turno" />.\n\n<Decision id="d-2024-10-1" />',
    ),
    'guides/turni.mdx': guide(),
  },
  says: [
    'guides/attese.mdx:9:11 «rocafinta» non esiste in «participants». → Forse intendevi «roccafinta»?',
    'guides/attese.mdx:10:11 «turni» non dice di quale raccolta si tratta. → Scrivere «raccolta/identificativo», per esempio «guides/picchi».',
    'guides/attese.mdx:13:9 «guides/turno» non esiste in «guides». → Forse intendevi «guides/turni»?',
    'guides/attese.mdx:15:1 Nessun verbale ha una decisione «d-2024-10-1». → Controllare l’identificativo della decisione o dell’impegno.',
  ],
});
