/** Which role somebody has by what an identity provider, or a proven address, says of them. */

import { type Role, roles } from '../roles.ts';
import type { Grant, ProviderSettings, Settings } from '../settings.ts';
import type { Municipality } from '../site.ts';
import type { Granted } from '../state/accounts.ts';
import { domainOf, readAddress } from './address.ts';

/** What is known of a person who has come back from a provider. */
export interface Claims {
  sub: string;
  email?: unknown;
  email_verified?: unknown;
  name?: unknown;
  [claim: string]: unknown;
}

export type GrantedRole = Grant & { granted: Granted };

/** The address a provider vouches for. The text `"false"`, or any text, is no proof: only `true` is. */
export function provenAddress(claims: Claims, provider: ProviderSettings): string | undefined {
  const proven = provider.emailVerified === 'always' || claims.email_verified === true;
  return proven ? readAddress(claims.email) : undefined;
}

/** The role of a proven address: the list of people comes before domains. */
export function grantOfAddress(address: string, settings: Settings): GrantedRole | undefined {
  const own = Object.hasOwn(settings.people, address) ? settings.people[address] : undefined;
  if (own) return { ...own, granted: 'address' };
  const domain = domainOf(address);
  const whole = Object.hasOwn(settings.domains, domain) ? settings.domains[domain] : undefined;
  return whole && { ...whole, granted: 'domain' };
}

/** The role by claims: of several, the one that may most. */
function grantOfClaims(claims: Claims, { roles: rule }: ProviderSettings): GrantedRole | undefined {
  if (!rule) return undefined;
  const found = [Object.hasOwn(claims, rule.claim) ? claims[rule.claim] : undefined].flat();
  const grants = found.flatMap((value) =>
    typeof value === 'string' && Object.hasOwn(rule.grants, value) ? [rule.grants[value] as Grant] : [],
  );
  const rank = (role: Role) => roles.indexOf(role);
  const [best] = grants.sort((a, b) => rank(b.role) - rank(a.role));
  return best && { ...best, granted: 'claim' };
}

/** The role of a person: by address or domain, or by claims; of both, the one that the list of people names. */
export function grantOf(claims: Claims, provider: ProviderSettings, settings: Settings): GrantedRole | undefined {
  const address = provenAddress(claims, provider);
  const byAddress = address === undefined ? undefined : grantOfAddress(address, settings);
  if (byAddress?.granted === 'address') return byAddress;
  return grantOfClaims(claims, provider) ?? byAddress;
}

/** Where settings give a role for a participant that the site does not know, as a path in the settings, and its id. */
export function strayGrants(settings: Settings, known: readonly Municipality[]): { place: string; id: string }[] {
  const given: Record<string, Record<string, Grant>> = { people: settings.people, domains: settings.domains };
  for (const { id, roles } of settings.providers) if (roles) given[`providers.${id}.roles.grants`] = roles.grants;
  const ids = new Set(known.map(({ id }) => id));
  return Object.entries(given).flatMap(([place, grants]) =>
    Object.entries(grants).flatMap(([name, { participant: id }]) =>
      id === null || ids.has(id) ? [] : [{ place: `${place}.${name}`, id }],
    ),
  );
}
