/** Every word that people read, by language, and how dates, numbers and sizes are written. */
import { itCheck } from './it-check/index.ts';
import { itCommands } from './it-commands.ts';

export type { Phrases } from './decap.ts';
export { formatDate, formatMeasure, formatNumber, formatSize, formatTick } from './format.ts';
export type { Messages } from './it.ts';
export type { Said } from './it-check/index.ts';
export { messages } from './messages.ts';
/** The words of the content check. */
export const checkMessages = itCheck;
/** The words of the commands. */
export const commandMessages = itCommands;
