/** Reads a PDF in a thread of its own, which can be ended: a file made for it can keep a reader busy for ever. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { Fault } from './inspect.ts';

const document = await getDocumentProxy(workerData as Uint8Array, { verbosity: 0 });
const marks = await document.getMarkInfo();
const { info } = await document.getMetadata();
const titled = String((info as { Title?: unknown }).Title ?? '').trim() !== '';
const faults: Fault[] = [
  ...((await document.hasJSActions()) ? (['programs'] as const) : []),
  ...(marks?.Marked ? [] : (['untagged'] as const)),
  ...(titled ? [] : (['untitled'] as const)),
];
parentPort?.postMessage(faults);
