import { en } from './en.ts';
import { it, type Messages } from './it.ts';

const all: Record<string, Messages> = { it, en };

/** The words of a language; Italian where it is not known. */
export const messages = (locale: string): Messages => all[locale] ?? it;
