import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, normalize, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

test('docs/dependencies.md says of each dependency why it is here, and of no other', async () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const page = await readFile(join(root, 'docs/dependencies.md'), 'utf8')
  const named = [...page.matchAll(/^\| (\S+) \| \S/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'package' && name !== '---' && name !== '@types/*')
  const optional = Object.keys(optionalDependencies).filter((name) => !/^node-/.test(name))
  const wanted = [...Object.keys(dependencies), ...optional, ...Object.keys(devDependencies).filter((name) => !name.startsWith('@types/'))]
  expect(named.sort()).toEqual(wanted.sort())
})

test('the lockfile holds no address of a registry', async () => {
  expect(await readFile(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/)
})

test('a release keeps each extension of PostgreSQL that a migration makes', async () => {
  const [, kept = ''] = /const extensions = '\(\?:([\w|]+)\)'/.exec(await readFile(join(root, 'bin/pack.mjs'), 'utf8')) ?? []
  const texts = await Promise.all(globSync('src/lib/db/migrations/*.sql', { cwd: root }).map((file) => readFile(join(root, file), 'utf8')))
  const made = texts.flatMap((text) => [...text.matchAll(/create extension (?:if not exists )?(\w+)/g)].map(([, name]) => name))
  expect(made.length).toBeGreaterThan(1)
  expect(kept.split('|')).toEqual(expect.arrayContaining(made))
})

test('what a page or a comment points to is there', async () => {
  const files = globSync(['*.md', '{docs,clients,contrib,src}/**/*.md', 'src/**/*.{ts,tsx}', 'bench/*.ts'], { cwd: root })
  const lost: string[] = []
  const isThere = (path: string) => ['', 'src', 'docs'].some((folder) => existsSync(join(root, folder, path)))
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8')
    if (file.endsWith('.md')) {
      for (const [, link = ''] of text.matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g))
        if (!existsSync(join(root, normalize(join(dirname(file), link))))) lost.push(`${file}: ${link}`)
      for (const [, path = ''] of text.matchAll(/`((?:src|test|docs|bin|bench|contrib|clients|edges|lib)\/[\w./-]+\.\w+)`/g))
        if (!/\b(?:DOMAIN|LANG|AREA|NNNN)/.test(path) && !isThere(path)) lost.push(`${file}: ${path}`)
    } else
      for (const [, path = ''] of text.matchAll(
        /^\s*(?:\/\/|\*|\/\*\*)[^\n]*?\b((?:src|docs|test|bench|lib|edges)\/[\w./-]+\.(?:ts|tsx|md))/gm,
      ))
        if (!/\b(?:DOMAIN|LANG|AREA|NNNN)/.test(path) && !isThere(path)) lost.push(`${file}: ${path}`)
  }
  expect(lost).toEqual([])
})

test('no file keeps the two sides of a merge', async () => {
  const files = globSync(['*.{md,json,ts}', '{src,test,locale,docs,bin,bench,contrib,clients}/**/*.{ts,tsx,mjs,json,md,sql,css,sh}'], {
    cwd: root,
  })
  expect(files.length).toBeGreaterThan(1000)
  const torn: string[] = []
  for (const file of files) if (/^(?:> ?){7} ?\S|^<{7} /m.test(await readFile(join(root, file), 'utf8'))) torn.push(file)
  expect(torn).toEqual([])
})

// With a TypeScript that it does not know, the border checker sees no module and passes; so a violation is planted.
test('the borders between folders are really kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-borders-'))
  const plant = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) await cp(join(root, file), join(folder, file))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await plant('src/edges/http/app.ts', 'export const app = 1\n')
    await plant('src/list/pages.tsx', "import { app } from '../edges/http/app.ts'\nexport const page = app\n")
    await plant('src/archive/actions.ts', "import { page } from '../list/pages.tsx'\nexport const act = page\n")
    await plant('src/archive/rules.ts', "import { act } from './actions.ts'\nexport const rule = act\n")
    await plant('src/lib/mail/read.ts', "import { rule } from '../../archive/rules.ts'\nexport const read = rule\n")
    await plant('src/people/pages.tsx', "import { sql } from 'kysely'\nexport const page = sql\n")
    // The lowest domain enters one above it, for a type alone.
    await plant('src/talks/rules.ts', 'export interface Talk {\n  id: number\n}\n')
    await plant('src/journal/rules.ts', "import type { Talk } from '../talks/rules.ts'\nexport type Line = Talk\n")
    await plant('src/lib/token/open.ts', 'export const open = 1\n')
    await plant('src/ballots/actions.ts', "import { open } from '../lib/token/open.ts'\nexport const act = open\n")
    const failure = await run(
      join(root, 'node_modules/.bin/node'),
      [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'src'],
      { cwd: folder },
    ).catch((error: { stdout: string }) => error)
    const said = failure.stdout
    for (const border of [
      'edges-are-edges',
      'doors',
      'only-downwards',
      'rules-are-pure',
      'libraries-know-no-domain',
      'mail-knows-no-database',
      'sql-lives-in-queries-and-actions',
      'tokens-open-at-the-gate',
    ])
      expect(said).toContain(border)
  } finally {
    await rm(folder, { recursive: true })
  }
})
