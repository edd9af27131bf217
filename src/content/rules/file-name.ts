import { guide } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  severity: 'error',
  title: 'Il nome di un file può diventare un indirizzo',
  explanation:
    'Dal nome del file viene l’indirizzo della pagina: con spazi, accenti o punti si romperebbe appena qualcuno lo copia in una lettera. Si usano lettere senza accenti, cifre e trattini: «la-prima-accoglienza.mdx».',
  valid: { 'guides/la-prima-accoglienza.mdx': guide() },
  invalid: { 'guides/La prima accoglienza.mdx': guide(), 'guides/qualità.mdx': guide() },
  says: [
    'guides/La prima accoglienza.mdx:1:1 Il nome del file, o della sua cartella, contiene spazi o caratteri che un indirizzo non può avere. → Usare lettere senza accenti, cifre, «-» e «_», cominciando con una lettera o una cifra.',
    'guides/qualità.mdx:1:1 Il nome del file, o della sua cartella, contiene spazi o caratteri che un indirizzo non può avere. → Usare lettere senza accenti, cifre, «-» e «_», cominciando con una lettera o una cifra.',
  ],
});
