/** Keys of identity providers, and the tokens signed with them: also those that nobody should believe. */
import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';

export type Algorithm = 'RS256' | 'ES256';

/** A private key as JWK, with an id. */
export function generateJwk(alg: Algorithm, kid: string = alg): JsonWebKey {
  return { ...newKey(alg).export({ format: 'jwk' }), alg, kid, use: 'sig' };
}

/** A private key. */
export const newKey = (alg: Algorithm): KeyObject =>
  alg === 'RS256'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** What others may know of a key. */
export const publicJwk = (key: KeyObject, kid: string): JsonWebKey => ({
  ...createPublicKey(key).export({ format: 'jwk' }),
  alg: 'RS256',
  kid,
  use: 'sig',
});

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with any header and claims, signed by any means: nothing is checked. */
export function token(header: object, claims: object, signature: (signed: string) => Buffer | string): string {
  const signed = `${encoded(header)}.${encoded(claims)}`;
  const bytes = signature(signed);
  return `${signed}.${typeof bytes === 'string' ? bytes : bytes.toString('base64url')}`;
}

/** RS256. */
export const rs256 = (key: KeyObject) => (signed: string) => sign('sha256', Buffer.from(signed), key);

/** HS256 with a public key in the place of a secret: what a reader that believes the header takes for right. */
export const hs256 = (key: KeyObject) => (signed: string) =>
  createHmac('sha256', createPublicKey(key).export({ format: 'pem', type: 'spki' }))
    .update(signed)
    .digest();
