/** What the gateway answers to the editor. */
export const itEditing = {
  foreign: 'La richiesta non viene dall’editor di questo sito. Ricaricare la pagina.',
  session: 'L’accesso è scaduto. Entrare di nuovo in un’altra scheda: il testo resta qui, e poi si può salvare.',
  role: 'Per scrivere serve il ruolo di redattore: si chiede al coordinatore della rete.',
  failed: 'Qualcosa non ha funzionato, e il servizio ne ha preso nota. Il testo resta qui: riprovare tra poco.',
  repository: {
    'no-git': 'Su questo servizio manca git: senza, i contenuti si possono leggere e non cambiare.',
    'no-repository': 'I contenuti non stanno in un repository git: si possono leggere e non cambiare.',
    'no-branch': 'Il repository dei contenuti non è su un ramo: chi gestisce il servizio deve sceglierne uno.',
    'no-commit': 'Il repository dei contenuti è vuoto: serve un primo commit.',
    'no-source': 'Nessuna fonte dei contenuti si può modificare: lo dice «editable: true» nel suo source.yaml.',
    'two-repositories': 'Le fonti che si possono modificare stanno in repository diversi: per ora devono stare in uno.',
  },
  reasons: {
    'bad-request': 'La richiesta non ha la forma prevista. Ricaricare la pagina.',
    'not-editable': 'Questo file non si modifica da qui.',
    'not-yours': 'Questo lo può fare solo un altro ruolo: chiederlo al coordinatore della rete.',
    'too-large': 'Il file è più grande di quanto la rete permette: ridurlo, o dividerlo.',
    conflict:
      'Qualcun altro ha salvato questa voce nel frattempo. Le due versioni sono una accanto all’altra: nulla è perduto.',
    gone: 'Questa voce non c’è più: qualcuno l’ha tolta nel frattempo. Il testo resta qui.',
    'no-draft': 'Questa bozza non c’è più: è stata pubblicata, o qualcuno l’ha tolta.',
    merge:
      'La versione pubblicata è cambiata negli stessi punti della bozza, o non c’è più. Riaprire la bozza e salvarla con una modifica: si vedono le due versioni una accanto all’altra, e si sceglie.',
    'by-hand':
      'Qualcuno sta cambiando questi file sul servizio, fuori dall’editor. Si può pubblicare quando ha finito.',
    moved: 'Nel frattempo è cambiato qualcosa: ricaricare la pagina e riprovare.',
    empty: 'La bozza è uguale a ciò che è pubblicato: non c’è nulla da pubblicare.',
    errors: 'Ci sono errori da correggere prima di salvare.',
    cited: 'Altre voci citano questa: prima togliere o cambiare le citazioni.',
    'cited-elsewhere':
      'La cita anche una fonte dei contenuti che da qui non si cambia: prima cambiare la citazione lì.',
    'no-upload': 'Il file allegato non è arrivato, o è passato troppo tempo: allegarlo di nuovo.',
    forge: 'Qui si salva nel repository su cui lavora la rete, non in questo servizio. Ricaricare la pagina.',
    'no-preview': 'Qui non si possono mostrare anteprime: il servizio è stato avviato senza.',
    'not-movable':
      'Le voci di questa raccolta non hanno una pagina propria: il loro identificativo non si cambia da qui.',
    taken: 'Questo indirizzo è già di un’altra voce: sceglierne un altro.',
    'has-draft': 'La voce ha una bozza: prima pubblicarla, o toglierla. Poi l’indirizzo si può cambiare.',
    'too-much': 'Ci sono troppi file caricati e non ancora salvati: salvare la voce, poi allegare gli altri.',
    full: 'Sul servizio non c’è più spazio, e il cambiamento non è stato fatto. Nulla è andato perduto, il testo resta qui: avvisare chi gestisce il servizio, e riprovare.',
    busy: 'Il repository dei contenuti è occupato, e il cambiamento non è stato fatto. Il testo resta qui: riprovare tra qualche secondo.',
  },
};
