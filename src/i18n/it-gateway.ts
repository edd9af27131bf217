/** The words of the gateway's own pages: signing in, one's own account, people, the audit log; those of the status page are apart. */
import { itStatus } from './it-status.ts';

const time = (at: number) =>
  new Date(at).toLocaleString('it', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });

const when = (at: number) =>
  new Date(at).toLocaleString('it', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Rome' });

export const itGateway = {
  ...itStatus,
  time,
  /** In a table. */
  when,
  minutes: (seconds: number) => {
    const count = Math.ceil(seconds / 60);
    return count === 1 ? 'un minuto' : `${count} minuti`;
  },
  here: 'Area dei partecipanti',
  home: 'Pagina iniziale',
  path: 'Percorso',
  entry: {
    title: 'Area dei partecipanti',
    forms: 'Entrare',
    address: 'Indirizzo e-mail',
    password: 'Password',
    submit: 'Entrare',
    with: (name: string) => `Entrare con ${name}`,
    other: 'Con la password',
    mail: 'Senza password',
    mailHelp: 'Si riceve per posta un collegamento che vale dieci minuti, da aprire in questo stesso browser.',
    mailSubmit: 'Ricevere il collegamento',
    wrong:
      'Indirizzo o password non sono giusti. Chi ha perso la password chiede al coordinatore un nuovo collegamento.',
    later: (wait: string) => `Troppi tentativi: si può riprovare tra ${wait}.`,
    busy: 'In questo momento ci sono troppi accessi insieme. Riprovare tra qualche secondo.',
    signedOut: 'L’uscita è avvenuta: questo browser non è più nell’area dei partecipanti.',
    stillAt: (name: string) => `Presso ${name} l’accesso resta aperto: su un computer di tutti conviene`,
    endThere: 'chiudere anche quello',
  },
  /** The window in which an editor signs in at GitHub. */
  forge: {
    done: 'Accesso riuscito',
    handing: 'L’editor riceve l’accesso, e questa finestra si chiude da sola.',
    alone:
      'La pagina dell’editor che ha aperto questa finestra non c’è più: chiudere questa, riaprire l’editor e accedere di nuovo.',
    notDone: 'Accesso non riuscito',
    foreign: 'Questa finestra si apre solo dall’editor: tornare all’editor e usare il suo pulsante.',
    expired:
      'L’accesso era cominciato più di dieci minuti fa, o in un altro browser, o è già stato concluso. Accedere di nuovo dall’editor.',
    denied: 'Su GitHub l’accesso non è stato autorizzato. Per scrivere serve: accedere di nuovo dall’editor.',
    failed: 'GitHub non ha confermato l’accesso. Accedere di nuovo dall’editor.',
    unreachable: 'GitHub non risponde. Riprovare tra qualche minuto.',
    misconfigured:
      'GitHub non riconosce questo servizio, quindi per ora non si può scrivere. È da avvisare chi gestisce il servizio.',
  },
  provider: {
    unknown: 'Questo modo di entrare non c’è più.',
    unreachable: (name: string) => `${name} non risponde. Riprovare tra qualche minuto, o entrare in un altro modo.`,
    expired:
      'L’accesso era cominciato più di dieci minuti fa, o in un altro browser, o è già stato concluso. Ricominciare da questa pagina.',
    failed: (name: string) => `${name} non ha confermato l’identità. Ricominciare da questa pagina.`,
    misconfigured: (name: string) =>
      `${name} non riconosce questo servizio, quindi per ora non si può entrare da lì. È da avvisare chi gestisce il servizio.`,
    refused: (name: string) =>
      `${name} ha confermato chi sta entrando, ma questa persona non è tra i partecipanti. L’accesso si chiede al coordinatore della rete.`,
    taken: 'Per questo indirizzo c’è già un accesso. Entrare come al solito, e aggiungere il nuovo modo dal profilo.',
    go: (name: string) => `Si prosegue presso ${name}`,
    goText: 'Dopo la conferma si torna qui.',
    goLink: (name: string) => `Proseguire verso ${name}`,
    linked: (name: string) => `D’ora in poi si può entrare anche con ${name}.`,
    otherAccount: 'Questa identità appartiene già a un altro accesso.',
  },
  mail: {
    title: 'Collegamento per posta',
    sent: (address: string) =>
      `Se «${address}» è tra i partecipanti, tra poco arriva un messaggio con un collegamento. Vale dieci minuti, e si apre in questo stesso browser.`,
    badAddress: 'Questo non è un indirizzo e-mail: dovrebbe avere la forma nome@ente.it.',
    subject: (network: string) => `Accesso a ${network}`,
    text: (network: string, link: string) =>
      `Per entrare nell’area dei partecipanti di ${network} aprire questo collegamento, nello stesso browser da cui è stato chiesto:\n\n${link}\n\nVale dieci minuti e una volta sola. Chi non l’ha chiesto può cancellare questo messaggio: non è successo nulla.\n`,
    confirm: 'Il collegamento è valido. L’accesso si conclude con questo pulsante.',
    submit: 'Entrare',
    invalid:
      'Questo collegamento non vale più, o è stato aperto in un browser diverso da quello che l’ha chiesto. Chiederne un altro.',
  },
  password: {
    new: 'Nuova password',
    help: (least: number) =>
      `Almeno ${least} caratteri: bastano alcune parole di seguito. Non usare una password già adoperata altrove.`,
    again: 'Ripetere la password',
    short: (least: number) => `La password è troppo corta: servono almeno ${least} caratteri.`,
    long: (most: number) => `La password è troppo lunga: al più ${most} caratteri.`,
    simple:
      'Questa password si indovina subito. Sceglierne una che non contenga l’indirizzo e non ripeta un carattere.',
    different: 'Le due password non sono uguali.',
  },
  setup: {
    title: 'Primo accesso',
    lead: 'Da questa pagina si crea l’accesso del coordinatore, che potrà poi invitare gli altri.',
    name: 'Nome e cognome',
    submit: 'Creare l’accesso',
    invalid: 'Questo collegamento non vale più. Riavviando il servizio se ne ottiene un altro.',
    noName: 'Manca il nome.',
    badAddress: 'L’indirizzo e-mail non è valido: dovrebbe avere la forma nome@ente.it.',
  },
  invitation: {
    title: 'Invito',
    lead: (name: string, address: string) => `Invito per ${name} (${address}). Scegliere come entrare d’ora in poi.`,
    submit: 'Salvare la password ed entrare',
    invalid:
      'Questo invito non vale più: è scaduto, è già stato usato o è stato ritirato. Chiederne un altro al coordinatore.',
    orWith: (name: string) => `Entrare sempre con ${name}`,
  },
  account: {
    title: 'Profilo',
    address: 'Indirizzo',
    name: 'Nome',
    role: 'Ruolo',
    participant: 'Comune',
    method: 'Modo di accesso',
    methods: { password: 'password', mail: 'collegamento per posta' } as Record<string, string>,
    read: 'Leggere i materiali dei partecipanti',
    handIn: 'Consegnare un materiale',
    editor: 'Redazione',
    people: 'Persone',
    events: 'Registro',
    status: 'Stato del sito',
    signOut: 'Uscire',
    changePassword: 'Cambiare la password',
    current: 'Password attuale',
    wrongPassword: 'La password attuale non è giusta.',
    passwordChanged: 'La password è cambiata. Gli altri browser sono usciti.',
    save: 'Salvare',
    otherWays: 'Altri modi di entrare',
    link: (name: string) => `Aggiungere ${name}`,
  },
  roles: {
    none: 'nessun accesso',
    participant: 'partecipante',
    editor: 'redattore',
    coordinator: 'coordinatore',
  },
  people: {
    title: 'Persone',
    lead: 'Chi può entrare, con quale ruolo e per quale comune. Ogni cambiamento ha effetto subito.',
    address: 'Indirizzo',
    name: 'Nome',
    role: 'Ruolo',
    participant: 'Comune',
    none: 'nessuno in particolare',
    stray: (id: string) => `«${id}», che non è tra i partecipanti`,
    last: 'Ultimo accesso',
    never: 'mai',
    openSessions: 'Sessioni aperte',
    sessions: (count: number) => (count === 0 ? 'nessuna' : String(count)),
    granted: {
      hand: '',
      claim: 'ruolo dato dal fornitore di identità',
      address: 'ruolo dall’elenco delle persone',
      domain: 'ruolo dal dominio dell’indirizzo',
    },
    invited: 'invito inviato, nessun accesso',
    change: 'Salvare',
    changeFor: (address: string) => `Salvare ruolo e comune di ${address}`,
    roleOf: (address: string) => `Ruolo di ${address}`,
    participantOf: (address: string) => `Comune di ${address}`,
    revoke: 'Chiudere le sessioni',
    revokeFor: (address: string) => `Chiudere le sessioni di ${address}`,
    newLink: 'Nuovo invito',
    newLinkFor: (address: string) => `Nuovo invito per ${address}`,
    invite: 'Invitare una persona',
    inviteHelp: 'Si ottiene un collegamento da mandarle: vale sette giorni e una volta sola.',
    inviteSubmit: 'Preparare l’invito',
    link: (address: string) => `Invito per ${address}`,
    linkHelp:
      'Va mandato a questa persona soltanto: chi lo apre ne prende l’accesso. Copiarlo prima di lasciare la pagina: dopo non si può rivedere.',
    exists: (address: string) =>
      `C’è già un accesso per ${address}: nell’elenco se ne può cambiare il ruolo o preparare un nuovo invito.`,
    badAddress: 'L’indirizzo e-mail non è valido: dovrebbe avere la forma nome@ente.it.',
    noName: 'Manca il nome.',
    badRole: 'Il ruolo non è tra quelli previsti.',
    badParticipant: 'Questo comune non è tra i partecipanti.',
    gone: 'Questa persona non è più nell’elenco.',
    last1: 'È l’unico coordinatore: prima di toglierlo, darne il ruolo a un’altra persona.',
    done: { ruolo: 'Ruolo e comune sono cambiati.', sessioni: 'Le sessioni sono chiuse.' } as Record<string, string>,
  },
  events: {
    title: 'Registro',
    lead: (days: number) =>
      `Accessi, file riservati scaricati, cambiamenti di ruolo e pubblicazioni degli ultimi ${days} giorni.`,
    at: 'Quando',
    what: 'Che cosa',
    who: 'Chi',
    about: 'Che cosa riguarda',
    origin: 'Da dove',
    kinds: {
      'signed-in': 'accesso',
      'sign-in-failed': 'accesso non riuscito',
      'signed-out': 'uscita',
      downloaded: 'file scaricato',
      invited: 'invito',
      accepted: 'invito accettato',
      'password-changed': 'password cambiata',
      'identity-linked': 'modo di accesso aggiunto',
      'role-changed': 'ruolo cambiato',
      'sessions-revoked': 'sessioni chiuse',
      published: 'pubblicazione',
      merged: 'voce pubblicata',
      'handed-in': 'materiale consegnato',
    },
    operator: 'riga di comando',
    system: 'il servizio',
    empty: 'Non è ancora successo nulla.',
    newer: 'Più recenti',
    older: 'Più vecchi',
  },
  preview: {
    title: 'Anteprima',
    errors: 'La bozza ha errori: finché ci sono, la pagina non si può mostrare.',
    notice: (author: string, at: string) =>
      `Anteprima della bozza, come ${author} l’ha salvata il ${at}. Non è pubblicata.`,
  },
  forbidden: {
    title: 'Non per questo ruolo',
    text: 'Questa parte del sito è per un altro ruolo. Chi ne ha bisogno lo chiede al coordinatore della rete.',
    next: 'Profilo',
  },
  missing: { title: 'Pagina non trovata', text: 'A questo indirizzo non c’è nulla.', next: 'Area dei partecipanti' },
  refused: {
    title: 'Richiesta rifiutata',
    foreign:
      'La richiesta non viene da una pagina di questo sito, o il browser non lo dice. Aprire la pagina di nuovo e riprovare.',
    large: 'La richiesta è troppo grande.',
    kind: 'La richiesta non ha la forma di un modulo.',
    method: 'Questo indirizzo non si usa così.',
    error: 'Qualcosa non ha funzionato, e il servizio ne ha preso nota. Riprovare tra poco.',
  },
};
