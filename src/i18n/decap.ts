/** Words by name, in groups of any depth. */
export interface Phrases {
  [name: string]: string | Phrases;
}

/** What Decap says in Italian where its own translation says nothing, or not what an editor of this site would look for. */
export const itDecap: Phrases = {
  auth: { loginWithAzure: 'Accedi con Azure', loginWithForgejo: 'Accedi con Forgejo' },
  collection: {
    collectionTop: {
      newButton: '+ %{collectionLabel}',
      viewAsList: 'Vedi come elenco',
      viewAsGrid: 'Vedi come griglia',
    },
    entries: { unpublishedHeader: 'Voci non pubblicate' },
  },
  editor: {
    editorControl: { field: { widgetLabel: 'Campo di tipo %{widgetLabel}' } },
    editorControlPane: { widget: { regexPattern: '%{fieldLabel}: serve %{pattern}.' } },
    editorInterface: { toggleNotes: 'Mostra o nascondi le note', togglePreview: 'Mostra o nascondi l’anteprima' },
    editorNotesPane: {
      title: 'Note',
      emptyState: 'Non ci sono note. La prima si scrive qui sotto.',
      addNote: 'Aggiungi la nota',
      addPlaceholder: 'Una nota…',
      editPlaceholder: 'Modifica la nota…',
      save: 'Salva',
      cancel: 'Annulla',
      edit: 'Modifica',
      delete: 'Elimina',
      resolve: 'Risolta',
      unresolve: 'Da risolvere',
      confirmDelete: 'Eliminare questa nota?',
      shortcut: 'Ctrl+Invio aggiunge la nota',
    },
    editorToolbar: {
      backCollection: ' %{collectionLabel}',
      deleteUnpublishedEntry: 'Elimina la bozza',
      deleteUnpublishedChanges: 'Elimina le modifiche non pubblicate',
      deletePublishedEntry: 'Elimina la voce pubblicata',
      deployButtonLabel: 'Vedi sul sito',
    },
    editorWidgets: {
      markdown: {
        strikethrough: 'Barrato',
        toggleMode: { rich: 'Passa al testo formattato', markdown: 'Passa a Markdown' },
      },
      datetime: { setToNow: '%{fieldLabel}: adesso' },
      object: { expand: 'Espandi', collapse: 'Comprimi' },
    },
  },
  mediaLibrary: { mediaLibraryModal: { close: 'Chiudi', upload: 'Carica', download: 'Scarica' } },
  ui: {
    settingsDropdown: { account: 'Opzioni dell’accesso' },
    toast: {
      missingRequiredField: 'Manca un campo obbligatorio: completarlo prima di salvare.',
      noteAdded: 'Nota aggiunta',
      onFailToAddNote: 'La nota non è stata aggiunta: %{details}',
      noteUpdated: 'Nota modificata',
      onFailToUpdateNote: 'La nota non è stata modificata: %{details}',
      noteDeleted: 'Nota eliminata',
      onFailToDeleteNote: 'La nota non è stata eliminata: %{details}',
      noteResolved: 'Nota risolta',
      noteReopened: 'Nota da risolvere',
      onFailToToggleNote: 'Lo stato della nota non è cambiato: %{details}',
    },
  },
  workflow: { workflow: { newPost: 'Nuova voce', dateFormat: 'D MMMM' } },
};

/** Its English is whole. */
export const enDecap: Phrases = {};
