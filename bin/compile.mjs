#!/usr/bin/env node
// Compiles src/ to dist/, file by file: removes the types and turns JSX into calls. bin/check checks the types; doing it here would take
// twenty times as long, and a compiler of 30 MB.
//   bin/compile.mjs [--no-maps]
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/experimental'

const root = fileURLToPath(new URL('../', import.meta.url))
const maps = !process.argv.includes('--no-maps')
/** As tsconfig.json says. */
const options = {
  target: 'esnext',
  sourcemap: maps,
  jsx: { runtime: 'automatic', importSource: '#jsx' },
  typescript: { onlyRemoveTypeImports: true, rewriteImportExtensions: 'rewrite' },
}

let failed = false
for (const name of globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: (one) => /\.(?:test\.tsx?|d\.ts)$/.test(one) })) {
  const to = join(root, name.replace(/^src/, 'dist').replace(/\.tsx?$/, '.js'))
  const { code, map, errors } = transformSync(join(root, name), readFileSync(join(root, name), 'utf8'), options)
  for (const { message, codeframe } of errors) console.error(`${name}: ${codeframe ?? message}`)
  failed ||= errors.length > 0
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, map ? `${code}\n//# sourceMappingURL=${basename(to)}.map\n` : code)
  // Node.js reads the source beside it.
  if (map) writeFileSync(`${to}.map`, JSON.stringify({ ...map, file: basename(to), sources: [relative(dirname(to), join(root, name))], sourcesContent: undefined }))
}
process.exitCode = failed ? 1 : 0
