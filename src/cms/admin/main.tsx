/** The editor: Decap with the forms, formats and fields of this site, for whoever is signed in. */
import CMS from 'decap-cms-app';
import { createRoot } from 'react-dom/client';
import { messages } from '#i18n';
import { GatewayBackend } from '../backend/backend.tsx';
import { decapBackend } from '../backend/decap-backend.ts';
import { registerForge } from '../backend/forge.ts';
import { GatewayError, type Me, whoAmI } from '../backend/gateway-api.ts';
import { holdCopies } from '../backend/local-copy.ts';
import { formatOf } from '../format.ts';
import { formsOf, slugSettings } from '../forms/index.ts';
import { nameNewEntries } from '../new-entry.ts';
import { previewOf } from '../preview/Preview.tsx';
import { ProblemsAtFields } from '../problems/ProblemsAtFields.tsx';
import { setProblems } from '../problems/problems.ts';
import { Refusals } from '../refusals/Refusals.tsx';
import { AddressControl } from '../widgets/address.tsx';
import { AttachmentControl } from '../widgets/attachment.tsx';
import { FixedControl } from '../widgets/fixed.tsx';
import { ReferenceControl } from '../widgets/reference.tsx';
import { TextControl } from '../widgets/text.tsx';
import { WholeControl } from '../widgets/whole.tsx';
import './admin.css';
import { completeWords } from './decap-words.ts';
import { nameControls } from './names.ts';

const LOCALE = 'it';
const words = messages(LOCALE).forms;

/** Decap takes whoever it remembers for signed in, and asks the backend: so it does not show its own entry page. */
const remembered = 'decap-cms-user';
/** Whose that is: the next person at the same browser does not write by another's account at the forge. */
const holder = 'polinet-holder';

function start(me: Me): void {
  const collections = formsOf({ ...me, locale: LOCALE, today: new Date().toISOString().slice(0, 10) });
  CMS.registerBackend('polinet', GatewayBackend as never);
  if (me.forge) registerForge(me.forge);
  CMS.registerWidget('polinet-fixed', FixedControl as never);
  CMS.registerWidget('polinet-reference', ReferenceControl as never);
  CMS.registerWidget('polinet-mdx', TextControl as never);
  CMS.registerWidget('polinet-attachment', AttachmentControl as never);
  CMS.registerWidget('polinet-address', AddressControl as never);
  CMS.registerWidget('polinet-whole', WholeControl as never);
  for (const collection of collections) {
    CMS.registerCustomFormat(`polinet-${collection.name}`, collection.extension, formatOf(collection));
    CMS.registerPreviewTemplate(collection.name, previewOf(collection) as never);
  }
  completeWords(LOCALE);
  holdCopies();
  nameControls();
  nameNewEntries();
  // A forge is signed in to by itself.
  if (!me.forge) localStorage.setItem(remembered, JSON.stringify({ backendName: 'polinet' }));
  else if (localStorage.getItem(holder) !== me.address) localStorage.removeItem(remembered);
  localStorage.setItem(holder, me.address);
  const { backend, publish_mode } = decapBackend(me, location.origin);
  CMS.init({
    config: {
      load_config_file: false,
      locale: LOCALE,
      backend: { ...backend, commit_messages: words.commits },
      publish_mode,
      media_folder: me.sources[0]?.path || '.',
      slug: slugSettings,
      editor: { preview: me.previews },
      show_preview_links: me.previews || me.forge !== undefined,
      site_url: `${location.origin}${me.forge ? '/riservato/' : '/admin/anteprima'}`,
      display_url: `${location.origin}/riservato/`,
      collections: collections.map((one) => ({
        ...one,
        format: `polinet-${one.name}`,
        // At a forge, a draft's page is where its CI says.
        ...(!me.forge && { preview_path: `${one.name}/{{slug}}/`, preview_path_preserve_slashes: true }),
      })) as never,
    } as never,
  });
  const beside = document.createElement('div');
  document.body.append(beside);
  createRoot(beside).render(
    <>
      <ProblemsAtFields />
      <Refusals />
    </>,
  );
  // What is said of one entry is not of the next.
  window.addEventListener('hashchange', () => setProblems(undefined));
}

try {
  start(await whoAmI());
} catch (error) {
  if (!(error instanceof GatewayError)) throw error;
  const said = document.createElement('p');
  said.setAttribute('role', 'alert');
  said.textContent = error.message;
  document.body.append(said);
}
