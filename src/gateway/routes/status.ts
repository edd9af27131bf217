/** How the site is, for editors. */
import { statusOf } from '../status/index.ts';
import { statusPage } from '../views/status.ts';
import type { Routes } from './route.ts';

export const statusRoutes: Routes = (app, context) => {
  app.get('/accesso/stato/', async (request) => request.html(statusPage(context, await statusOf(context))));
};
