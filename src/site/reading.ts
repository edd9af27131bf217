/** Words a minute that an adult reads of a text to act on. */
const PACE = 200;

/** How long a text takes to read, in whole minutes, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / PACE));
