import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { longest } from './longest.ts'

// Prints the tests that are nearest to what was changed since a commit (an argument; HEAD without one), for `bin/check --changed`. Nearly
// every test imports the whole app, so its imports say little: what counts is whom a test is about.

const root = join(import.meta.dirname, '..')
const git = (...args: string[]): string[] => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
/** As many as fit into the time of the short lane. */
const most = 10

const here = new Set(git('ls-files', '--cached', '--others', '--exclude-standard', 'src', 'test'))
const changed = [
  ...git('diff', '--name-only', process.argv[2] ?? 'HEAD'),
  ...git('ls-files', '--others', '--exclude-standard', 'src', 'test'),
].filter((path) => here.has(path))
const tests = [...here].filter(isTest)

/** A domain's folder, or a library's. */
const domainOf = (path: string): string =>
  path
    .split('/')
    .slice(0, /^src\/(?:lib|edges)\//.test(path) ? 3 : 2)
    .join('/')
const domains = new Set(changed.filter((path) => path.startsWith('src/')).map(domainOf))
const names = [...domains].map((domain) => basename(domain).replace(/\.tsx?$/, ''))

/** How near a test of the door is: 3 imports a changed file, 2 bears its domain's name, 1 imports from its domain. */
function nearness(test: string): number {
  const text = readFileSync(join(root, test), 'utf8')
  if (changed.some((path) => text.includes(`/${path}'`))) return 3
  if (names.some((name) => basename(test).split(/[-.]/).includes(name))) return 2
  return [...domains].some((domain) => text.includes(`/${domain}/`)) ? 1 : 0
}

const own = changed.filter(isTest)
// Rules take milliseconds: all of the domain's.
const rules = tests.filter((test) => test.startsWith('src/') && domains.has(domainOf(test)))
const near = tests
  .filter((test) => test.startsWith('test/') && !own.includes(test))
  .map((test) => ({ test, near: nearness(test) }))
  .filter(({ near }) => near > 0)
  .toSorted((a, b) => b.near - a.near)
const quick = near.filter(({ test }) => !longest.some((name) => test.endsWith(`/${name}`)))
const chosen = quick.slice(0, Math.max(0, most - own.length))
const left = near.length - chosen.length
if (left > 0) console.error(`${chosen.length} of the ${near.length} tests near to it are run; npm test runs the others too.`)
console.log([...new Set([...own, ...rules, ...chosen.map(({ test }) => test)])].join('\n'))
