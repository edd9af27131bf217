import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I componenti sono quelli dell’elenco',
  explanation:
    'Nel testo si usano solo i componenti che il sito conosce, perché solo quelli sa mostrare. Le pagine di aiuto li elencano con un esempio ciascuno; nei nomi le maiuscole contano: <Faq>, non <FAQ>.',
  valid: { 'guides/attese.mdx': guide('', '<Aside kind="warning">\n\nLo sportello chiude alle 13.\n\n</Aside>') },
  invalid: {
    'guides/attese.mdx': guide(
      '',
      '<Avviso>\n\nLo sportello chiude alle 13.\n\n</Avviso>\n\n<FAQ question="Serve il numero?">\n\nSì, si prende all’ingresso.\n\n</FAQ>',
    ),
  },
  says: [
    'guides/attese.mdx:11:1 Il componente <Avviso> non esiste. → L’elenco dei componenti è nelle pagine di aiuto.',
    'guides/attese.mdx:17:1 Il componente <FAQ> non esiste. → Forse intendevi «Faq»?',
  ],
});
