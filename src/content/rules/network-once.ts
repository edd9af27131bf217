import { network } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Un solo «network.yaml» dice di quale rete si tratta',
  explanation:
    'Nome, contatto e licenza della rete valgono per tutto il sito: se mancano non si può pubblicare, e se ci sono due volte non si sa quali valgano. Il file sta nella cartella principale di una sola fonte, di solito la prima.',
  valid: { 'network.yaml': network },
  invalid: { 'network.yaml': null },
  says: [
    'network.yaml:1:1 Manca «network.yaml»: nessuna fonte dice di quale rete si tratta. → Aggiungerlo alla prima fonte, con almeno nome, motto, descrizione, lingua, coordinatore, contatto e licenza.',
  ],
});
