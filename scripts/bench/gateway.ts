/** The gateway under load, with nginx beside it in the same run, over the same built pages. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../command.ts';
import { generateSource } from '../generate.ts';
import { table } from './report.ts';
import { answering, freePort, type Running, sessionIn, startSite } from './running.ts';

const DOCUMENTS = 300;
const SEED = 1;
/** Seconds for each measurement of throughput, and for the long run. */
const SHORT = 8;
const LONG = 60;
const ROUNDS = 3;
const CONNECTIONS = 100;
const MANY = 2_000;

const root = join(import.meta.dirname, '..', '..');
const PUBLIC = '/guide/';
const PROTECTED = '/riservato/guide/';

/** What wrk says of a run. */
interface Load {
  perSecond: number;
  requests: number;
  /** Replies other than 2xx and 3xx, and failed connections, reads and writes, and time-outs. */
  failures: number;
}

/**
 * Measures, and tells what was seen.
 *
 * @param folder where the site and the servers' files go
 * @throws UsageError where nginx or wrk is not installed
 */
export async function gatewayReport(folder: string, progress: (text: string) => void): Promise<string> {
  for (const tool of ['nginx', 'wrk'])
    if (spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)
      throw new UsageError(`${tool} is not installed: on Debian, apt-get install nginx-light wrk.`);
  mkdirSync(folder, { recursive: true });
  progress(`${DOCUMENTS} documents: build`);
  const content = join(folder, 'content');
  generateSource(content, { documents: DOCUMENTS, seed: SEED });
  const gateway = await startSite(folder, content);
  const peer = await startNginx(folder);
  try {
    const cookie = `cookie: ${sessionIn(join(folder, 'state'), 'participant')}`;
    const runs: [string, string, string][] = [
      ['POLI-NET, public page', gateway.url + PUBLIC, ''],
      ['nginx, public page', peer.url + PUBLIC, ''],
      ['POLI-NET, protected page', gateway.url + PROTECTED, cookie],
      ['nginx with auth_request, protected page', peer.url + PROTECTED, cookie],
      ['the same with connections kept for asking', `${peer.url}/kept/guide/`, cookie],
    ];
    const loads = runs.map(([name]): [string, Load[]] => [name, []]);
    for (let round = 1; round <= ROUNDS; round++)
      for (const [at, [name, url, header]] of runs.entries()) {
        progress(`round ${round} of ${ROUNDS}: ${name}`);
        loads[at]?.[1].push(await load(url, CONNECTIONS, SHORT, header));
      }
    progress(`${MANY} connections for ${LONG} s`);
    const long = await longRun(folder, gateway, cookie);
    return [throughputReport(loads), '', long].join('\n');
  } finally {
    gateway.process.kill();
    peer.end();
  }
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function throughputReport(loads: readonly [string, Load[]][]): string {
  const rate = (at: number) => middle((loads[at]?.[1] ?? []).map(({ perSecond }) => perSecond));
  const failures = (all: Load[]) => all.reduce((sum, one) => sum + one.failures, 0);
  return [
    `Throughput with ${CONNECTIONS} connections: medians of ${ROUNDS} runs of ${SHORT} s, the same bytes uncompressed, each server logging every request.`,
    table([
      ['', 'requests/s', 'failures'],
      ...loads.map(([name, all], at) => [name, rate(at).toFixed(0), String(failures(all))]),
    ]),
    '',
    table([
      ['ratio', ''],
      ['public page: POLI-NET / nginx', (rate(0) / rate(1)).toFixed(2)],
      ['protected page: POLI-NET / nginx with auth_request', (rate(2) / rate(3)).toFixed(2)],
      ['protected page: POLI-NET / the same with connections kept', (rate(2) / rate(4)).toFixed(2)],
    ]),
  ].join('\n');
}

/**
 * nginx over the same files; whether a session lets in is asked of a server that looks up the same sessions: as nginx's
 * manual shows it, and with connections kept.
 */
async function startNginx(folder: string): Promise<{ url: string; end(): void }> {
  const [port, asked] = [await freePort(), await freePort()];
  const judging = [join(import.meta.dirname, 'judge.ts'), join(folder, 'state'), String(asked)];
  const judge = spawn(process.execPath, judging, { cwd: root, stdio: 'ignore' });
  const path = join(folder, 'nginx.conf');
  writeFileSync(path, nginxConfig(folder, port, asked));
  const child = spawn('nginx', ['-p', folder, '-c', path], { stdio: 'ignore' });
  const end = () => {
    child.kill();
    judge.kill();
  };
  process.once('exit', end);
  const url = `http://127.0.0.1:${port}`;
  await answering(url, () => child.exitCode !== null);
  return { url, end };
}

const nginxConfig = (
  folder: string,
  port: number,
  asked: number,
): string => `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx-error.log;
events { worker_connections 4096; }
http {
  types { text/html html; text/css css; text/javascript js; }
  access_log ${folder}/nginx.log;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  sendfile on; tcp_nopush on; keepalive_requests 1000000;
  open_file_cache max=10000; open_file_cache_valid 60s;
  upstream judge { server 127.0.0.1:${asked}; keepalive 64; }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / { root ${folder}/dist/public; index index.html; }
    location /riservato/ { auth_request /judge; alias ${folder}/dist/participants/; index index.html; }
    location /kept/ { auth_request /judge-kept; alias ${folder}/dist/participants/; index index.html; }
    location = /judge {
      internal; proxy_pass http://127.0.0.1:${asked}; proxy_pass_request_body off; proxy_set_header Content-Length "";
    }
    location = /judge-kept {
      internal; proxy_pass http://judge; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_pass_request_body off; proxy_set_header Content-Length "";
    }
  }
}
`;

/** Runs wrk to its end. */
function load(url: string, connections: number, seconds: number, header: string, script?: string): Promise<Load> {
  const options = [`-t${connections > CONNECTIONS ? 2 : 1}`, `-c${connections}`, `-d${seconds}s`, '--timeout', '30s'];
  const more = [...(header ? ['-H', header] : []), ...(script ? ['-s', script] : [])];
  return new Promise((resolve, reject) => {
    const command = 'ulimit -n $(ulimit -H -n); exec wrk "$@"';
    const child = spawn('sh', ['-c', command, 'wrk', ...options, ...more, url], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', () => resolve(readLoad(output)));
  });
}

function readLoad(output: string): Load {
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  const socket = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)?.slice(1) ?? [];
  const requests = number(/(\d+) requests in/);
  if (requests === 0) throw new UsageError(`wrk measured nothing:\n${output}`);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    requests,
    failures: number(/Non-2xx or 3xx responses: (\d+)/) + socket.reduce((sum, count) => sum + Number(count), 0),
  };
}

/** Many connections over pages of both editions, while the server's memory is looked at every second. */
async function longRun(folder: string, { url, process: server }: Running, cookie: string): Promise<string> {
  const paths = ['/', '/guide/', '/temi/', '/cerca/', '/impegni/', '/partecipanti/', '/strumenti/', '/glossario/'];
  const all = paths.flatMap((path) => [path, `/riservato${path}`]);
  const script = join(folder, 'pages.lua');
  const listed = all.map((path) => `"${path}"`).join(', ');
  writeFileSync(
    script,
    `local paths = { ${listed} }\nlocal at = 0\nrequest = function()\n  at = at % #paths + 1\n  return wrk.format("GET", paths[at])\nend\n`,
  );
  const sizes: number[] = [];
  const timer = setInterval(() => sizes.push(residentOf(server.pid)), 1_000);
  const { requests, failures, perSecond } = await load(url, MANY, LONG, cookie, script);
  clearInterval(timer);
  // The first quarter is the start: connections are made, code is compiled, and the heap finds its size.
  const steady = sizes.slice(sizes.length / 4);
  const half = steady.length / 2;
  const [earlier, later] = [middle(steady.slice(0, half)), middle(steady.slice(half))];
  return [
    `${MANY} connections at once for ${LONG} s over ${all.length} pages of both editions: ${requests} requests, ${perSecond.toFixed(0)}/s, ${failures} failures.`,
    `Resident memory after the first quarter: median ${(earlier / 1e6).toFixed(0)} MB, then ${(later / 1e6).toFixed(0)} MB (${((later / earlier - 1) * 100).toFixed(0)} % more); from ${(Math.min(...steady) / 1e6).toFixed(0)} to ${(Math.max(...steady) / 1e6).toFixed(0)} MB in all.`,
  ].join('\n');
}

/** Resident memory of a process, in bytes (proc_pid_status(5)). */
function residentOf(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
