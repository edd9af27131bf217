/** What nginx asks whether a request may pass: a server that looks up the same sessions. Arguments: state folder, port. */
import { createServer } from 'node:http';
import { defaultSettings, openStateWith } from '#gateway';

const [folder = '', port = ''] = process.argv.slice(2);
const { sessions } = openStateWith(folder, defaultSettings());
const START = 'polinet-session=';

createServer((request, response) => {
  const id = request.headers.cookie?.slice(START.length) ?? '';
  response.writeHead(sessions.find(id, Date.now()) ? 204 : 401).end();
}).listen(Number(port), '127.0.0.1');
