/** The gateway: serves the editions from memory, and lets in whom it should. What is not on its map does not exist. */
export type { BuildReport } from './context.ts';
export type { Preview, Previewed } from './editing/previewing.ts';
export { readAddress } from './entry/address.ts';
export { strayGrants } from './entry/grants.ts';
export { type Gateway, type GatewayOptions, openStateWith, startGateway } from './gateway.ts';
export { changeRole, invite, inviteAgain, isRole, revokeSessions } from './people.ts';
export { type Role, roles } from './roles.ts';
export { invitationUrl } from './routes/people.ts';
export { freePort } from './serving/listen.ts';
export { typeOf } from './serving/types.ts';
export { defaultSettings, readSettings, type Settings } from './settings.ts';
export { participantsIn } from './site.ts';
export { hasState } from './state/database.ts';
export { OPERATOR } from './state/events.ts';
export type { State } from './state/index.ts';
