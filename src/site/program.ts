/** The site as a program: which pages an edition has, and each of them rendered. What Astro builds of it is kept. */
import { createApp } from 'astro/app/entrypoint';
import { editions } from '#model';
import { editionId, getHelp } from './edition.ts';
import { contentPages } from './pages.ts';

/** A page of the edition that was handed over. */
export interface ProgramPage {
  /** Its address with the edition's prefix. */
  url: string;
  /** Changes when anything that the page shows does; absent where the page is rendered every time. */
  key?: string | undefined;
}

const app = createApp({ streaming: false });
const { base } = editions[editionId];

/** Pages with a file of their own in `src/pages/`. */
const fixed = app.manifest.routes.flatMap(({ routeData: { pathname, type, origin } }) =>
  origin === 'project' && pathname !== undefined && type !== 'redirect' ? [pathname.replace(/^\/|\/$/g, '')] : [],
);

/** A page's address: a file's name stays as it is. */
const urlOf = (path: string) => `${base}${path}${path === '' || path.includes('.') ? '' : '/'}`;

/** All pages of the edition that was handed over. */
export const pages = (): ProgramPage[] => [
  ...[...fixed, ...getHelp().rules.map(({ id }) => `aiuto/regole/${id}`)].map((path) => ({ url: urlOf(path) })),
  ...[...contentPages().values()].map(({ path, key }) => ({ url: urlOf(path), key })),
];

/** Renders what stands at an address. */
export const render = (request: Request): Promise<Response> => app.render(request);
