import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { defaultSettings } from '#gateway';
import { hashPassword } from '../../src/gateway/entry/passwords.ts';
import { type RunningGateway, runGateway } from '../support/gateway.ts';
import { freePort } from '../support/ports.ts';
import { exchange } from '../support/raw.ts';
import { temporaryFolder } from '../support/sources.ts';

const installed = spawnSync('nginx', ['-v']).status === 0;
const ADDRESS = 'https://rete.example.org';
const PASSWORD = 'quattro sportelli aperti';

/** What the deployed example says, without TLS: a test has no certificate that anybody trusts. */
function exampleWithout(folder: string, port: number, gateway: number): string {
  const example = readFileSync('deploy/proxy/nginx.conf', 'utf8');
  const [, secure = ''] = example.split(/^(?=server \{)/m).filter((part) => part.startsWith('server'));
  const plain = secure
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_.*\n/gm, '')
    .replace('127.0.0.1:4321', `127.0.0.1:${gateway}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${plain}
}
`;
}

/** Why these tests are left out, where they are: seen beside their name. */
const where = installed ? '' : ' (nginx is not installed: left out)';

describe.skipIf(!installed)(`behind nginx, as deploy/ sets it up${where}`, () => {
  const folder = temporaryFolder();
  let gateway: RunningGateway;
  let proxy: ChildProcess;
  let port: number;

  beforeAll(async () => {
    const own = await freePort();
    port = await freePort();
    const settings = { ...defaultSettings(), proxies: ['127.0.0.1'] };
    gateway = await runGateway({ dist: inject('dist'), url: ADDRESS, port: own, settings });
    const account = gateway.account('anna@example.org', 'participant');
    gateway.state.accounts.setPassword(account, await hashPassword(PASSWORD));
    writeFileSync(join(folder.path, 'nginx.conf'), exampleWithout(folder.path, port, own));
    proxy = spawn('nginx', ['-p', folder.path, '-c', join(folder.path, 'nginx.conf')], { stdio: 'ignore' });
    while (!(await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))) await sleep(50);
  });
  afterAll(async () => {
    proxy?.kill();
    await gateway?.close();
    folder.remove();
  });

  const request = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });
  const signIn = (password: string, headers: Record<string, string> = {}) =>
    request('/accesso/', {
      method: 'POST',
      headers: { origin: ADDRESS, ...headers },
      body: new URLSearchParams({ indirizzo: 'anna@example.org', password, verso: '/riservato/guide/' }),
    });

  it('reads, signs in and downloads at the public address, with cookies bound to it', async () => {
    const page = await request('/guide/');
    expect([page.status, page.headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000']);
    const entered = await signIn(PASSWORD);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/riservato/guide/']);
    const [session = ''] = entered.headers.getSetCookie();
    expect(session).toMatch(/^__Host-polinet-session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
    const cookie = session.split(';')[0] as string;
    expect((await request('/riservato/guide/', { headers: { cookie } })).status).toBe(200);
    expect((await request('/riservato/guide/')).status).toBe(401);
  });

  it('takes no form from another address than the public one', async () => {
    expect((await signIn(PASSWORD, { origin: `http://127.0.0.1:${port}` })).status).toBe(403);
  });

  it.each([
    '/riservato/%2e%2e/guide/',
    '/guide/..%2friservato/guide/',
    '/guide/%252e%252e/riservato/guide/',
    '/%72iservato/guide/',
    '/riservato;x=1/guide/',
    '/guide//../riservato/guide/',
    '/RISERVATO/guide/',
  ])('lets nobody in by the spelling %s', async (path) => {
    const asked = `GET ${path} HTTP/1.1\r\nHost: rete.example.org\r\nConnection: close\r\n\r\n`;
    const [reply] = (await exchange(port, asked)).replies;
    expect([400, 401, 404]).toContain(reply?.status);
    // Every page of the participants' edition has this form in its header.
    expect(reply?.body.toString()).not.toContain('/accesso/uscita/');
  });

  it('counts attempts by who really asks, whatever a client says of itself', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++)
      statuses.push((await signIn('sbagliata del tutto', { 'x-forwarded-for': `203.0.113.${attempt}` })).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
