/** Random secrets: their holder has them, the state only their hash. */
import { hash, randomBytes } from 'node:crypto';

/** 256 bits, in the alphabet of addresses and cookies. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It has 256 bits of chance, so that a fast hash suffices. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'base64url');
