import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'I campi sono scritti in modo che si possano leggere',
  explanation:
    'Ogni campo ha la forma «nome: valore», con uno spazio dopo i due punti, e i rientri si fanno con spazi uguali. Un valore che contiene «: », o che comincia con un segno come «*» o «@», va tra virgolette.',
  valid: { 'glossary/attesa.yaml': 'term: attesa\ndefinition: "Tempo allo sportello: dal numero alla chiamata."\n' },
  invalid: {
    'glossary/attesa.yaml': 'term: attesa\ndefinition: Tempo allo sportello: dal numero alla chiamata.\n',
    'glossary/numero.yaml': 'term: numero\ndefinition:Il posto in fila.\n',
    'glossary/turno.yaml': 'term: turno\ndefinition: Il posto di chi attende.\nterm: fila\n',
  },
  says: [
    'glossary/attesa.yaml:2:13 La riga ha due volte «: », oppure il suo rientro è diverso da quello delle altre. → Se i due punti fanno parte del testo, metterlo tra virgolette; altrimenti allineare le righe con spazi.',
    'glossary/numero.yaml:2:1 Manca un segno: una virgoletta, una parentesi, o i due punti con uno spazio dopo. → Controllare questa riga e quelle sopra.',
    'glossary/turno.yaml:3:1 Lo stesso campo è scritto due volte. → Tenerne uno solo.',
  ],
});
