/** How the site is, for editors. */
import { statusPage } from '../views/status.ts';
import type { Routes } from './route.ts';

export const statusRoutes: Routes = (app, context) => {
  app.get('/accesso/stato/', (request) => request.html(statusPage(context)));
};
