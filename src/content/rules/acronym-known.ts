import { provinces } from '#model';
import { guide } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

/** What every reader knows, and Roman numerals. */
const KNOWN = new Set([
  ...['PDF', 'CSV', 'DOC', 'DOCX', 'XLSX', 'PPTX', 'ODT', 'ODS', 'ZIP', 'JPG', 'PNG', 'HTML'],
  ...['TV', 'OK', 'SMS', 'ISO', 'UE', 'IVA', 'CAP', 'DM', 'NON'],
  ...provinces,
]);
const ROMAN = /^[IVXLCDM]+$/;

export const rule = defineRule({
  severity: 'warning',
  title: 'Le sigle sono nel glossario, o spiegate dove compaiono',
  explanation:
    'Una sigla che in un comune usano tutti in un altro non la conosce nessuno. Si aggiunge al glossario (campo «acronym»), oppure si spiega la prima volta: «l’ufficio relazioni con il pubblico (URP)».',
  valid: {
    'guides/attese.mdx': guide('', 'Ne risponde l’ufficio relazioni con il pubblico (URP). L’URP apre alle nove.'),
  },
  invalid: { 'guides/attese.mdx': guide('', 'Ne risponde l’URP.') },
  says: [
    'guides/attese.mdx:11:15 La sigla «URP» non è nel glossario e qui non è spiegata. → Aggiungerla al glossario, o spiegarla la prima volta tra parentesi.',
  ],
  check({ graph }, report) {
    const known = new Set(KNOWN);
    for (const entry of graph.entries)
      if (isOf(entry, 'glossary'))
        for (const name of [entry.data.acronym, entry.data.term]) if (name) known.add(name.toUpperCase());
    for (const entry of graph.entries)
      for (const { text, explained, ...place } of entry.body?.prose.acronyms ?? [])
        if (!explained && !known.has(text) && !ROMAN.test(text))
          report(entry, place, {
            message: `La sigla «${text}» non è nel glossario e qui non è spiegata.`,
            fix: 'Aggiungerla al glossario, o spiegarla la prima volta tra parentesi.',
          });
  },
});
