/** Where requests come from on the network. */
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddress from 'proxy-addr';

/** The network address of who asks; through proxies that are trusted, and no others. */
export function originReader(proxies: readonly string[]): (request: IncomingMessage) => string {
  if (proxies.length === 0) return (request) => request.socket.remoteAddress ?? '';
  const trust = proxyAddress.compile([...proxies]);
  return (request) => proxyAddress(request, trust) ?? '';
}

/** Bits by which places are told apart: an IPv6 subscriber has a whole /64. */
const PLACE = { ipv4: 32, ipv6: 64 };
/** Bits that a log needs to tell an attack from its neighbours; less than tells a person. */
const LOGGED = { ipv4: 24, ipv6: 48 };

function cut(origin: string, bits: { ipv4: number; ipv6: number }): string {
  if (!ipaddr.isValid(origin)) return 'unknown';
  const address = ipaddr.process(origin);
  const kind = address.kind();
  const kept = address
    .toByteArray()
    .map((byte, index) => byte & (0xff << Math.max(0, 8 - Math.max(0, bits[kind] - index * 8))));
  return ipaddr.fromByteArray(kept.map((byte) => byte & 0xff)).toString();
}

/** One place on the network, for counting attempts. */
export const placeOf = (origin: string): string => cut(origin, PLACE);

/** An address without its last part, for logs. */
export function shortened(origin: string): string {
  if (origin === last.origin) return last.short;
  last = { origin, short: cut(origin, LOGGED) };
  return last.short;
}

/** Requests come in runs from one place: from a proxy even all. */
let last = { origin: '', short: 'unknown' };
