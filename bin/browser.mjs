#!/usr/bin/env node
// Writes dist/browser/recount-worker.js: the counting rules for the browser, in one file. Runs after the compiler.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const root = new URL('../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, root))

// The messages of the readers come in English, as the steps of a count do; what files they lie in is the server's.
const messages = JSON.parse(readFileSync(path('locale/en/lib.json'), 'utf8'))
const words = {
  name: 'words',
  resolveId: (source) => (source.endsWith('/ui/words.ts') ? 'words' : undefined),
  load: (id) =>
    id === 'words'
      ? `const messages = ${JSON.stringify(Object.fromEntries(['pbTable', 'readPb', 'pbTotals'].map((place) => [place, messages[place]])))}
        const said = (message) => /\\{/.test(message) ? (facts) => message.replace(/\\{(\\w+)\\}/g, (_, name) => String(facts[name])) : message
        export const textsOf = (_, place) => Object.fromEntries(Object.entries(messages[place]).map(([name, message]) => [name, said(message)]))`
      : undefined,
}

const { output } = await build({
  input: path('src/lib/tally/recount-worker.ts'),
  plugins: [words],
  logLevel: 'warn',
  output: { format: 'iife', minify: true },
  write: false,
})
// In one step: somebody may be reading it.
const file = path('dist/browser/recount-worker.js')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(`${file}.${process.pid}`, output[0].code)
renameSync(`${file}.${process.pid}`, file)
