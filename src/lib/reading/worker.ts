import { parentPort, workerData } from 'node:worker_threads'
import { wordsOf } from './words.ts'

// The worker's side of within.ts: one file, then the worker ends.
const { bytes, type } = workerData as { bytes: Uint8Array; type: string }
parentPort?.postMessage(await wordsOf(bytes, type))
