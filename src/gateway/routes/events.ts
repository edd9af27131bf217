/** The audit log, for coordinators. */
import { eventsPage } from '../views/events.ts';
import type { Routes } from './route.ts';

export const eventRoutes: Routes = (app, context) => {
  app.get('/accesso/registro/', (request) => {
    const number = Number(request.req.query('pagina') ?? '1');
    return request.html(eventsPage(context, Number.isSafeInteger(number) && number > 0 ? number : 1));
  });
};
