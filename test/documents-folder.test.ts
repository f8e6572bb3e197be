import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, program } from '../src/actor.ts'
import { importFolder, readFolderWish } from '../src/edges/cli/import/documents.ts'
import { Usage } from '../src/edges/cli/inspect.ts'
import { renderDocx } from '../src/lib/print/docx.ts'
import { renderPdf } from '../src/lib/print/pdf.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await makeWorld()
  folder = await mkdtemp(join(tmpdir(), 'rapport-documents-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await world.end()
})

const printed = (text: string) => ({
  ...{ title: text, author: 'Lectio', language: 'en', footer: 'x', date: new Date('2026-01-01T00:00:00Z') },
  blocks: [{ kind: 'text' as const, words: text }],
})

async function fill(at: string): Promise<void> {
  await mkdir(join(at, 'minutes'), { recursive: true })
  await writeFile(join(at, 'minutes/Minutes_20190314.pdf'), renderPdf(printed('Quorum was reached')))
  await copyFile(join(at, 'minutes/Minutes_20190314.pdf'), join(at, 'minutes/A copy.pdf'))
  await writeFile(join(at, 'minutes/Call in May.docx'), await renderDocx(printed('Minutes of 9 May 2019, with the elderflower report')))
  await writeFile(join(at, 'Annual report 2018-12.html'), '<h1>Report</h1><script>bad()</script><p>Figures of the year</p>')
  await writeFile(join(at, 'Terms of reference.txt'), 'The terms, without a day.')
  await writeFile(join(at, 'liar.pdf'), 'no pdf at all')
  await symlink('/etc/hostname', join(at, 'passage.txt'))
}

const operator = (): Actor => ({
  ...program(world.clock.now),
  via: 'cli',
  grants: [{ role: 'administrator', groupId: null, communityId: null }],
})

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = []
  await importFolder(world.ground, operator(), readFolderWish(['documents', folder, '--group', 'lectio', ...args]), (line) =>
    lines.push(...line.split('\n')),
  )
  return lines
}

/** The balance as counts by their words. */
const sheet = (lines: string[]): Record<string, number> =>
  Object.fromEntries(lines.flatMap((line) => (/^ {2}(\S.*?) +(\d+)$/.exec(line) ? [[RegExp.$1, Number(RegExp.$2)]] : [])))

const documents = () =>
  world.db
    .selectFrom('document')
    .select(['title', 'category', 'datedOn', 'visibility', 'approvedNumber'])
    .orderBy('datedOn')
    .orderBy('title')
    .execute()

test('a folder is looked at without a trace, comes in without a question, and comes in once', async () => {
  await fill(folder)
  const looked = await run('--dry-run')
  expect(sheet(looked)).toEqual({ 'comes in': 3, 'left out: no day': 1, 'here already': 1, refused: 2, found: 7 })
  expect(looked).toContainEqual(expect.stringMatching(/^2019-03-14 +its name +Minutes +comes in +minutes\/Minutes_20190314\.pdf$/))
  expect(looked).toContainEqual(expect.stringMatching(/^2019-05-09 +its text +Minutes +comes in +minutes\/Call in May\.docx$/))
  expect(looked).toContainEqual(expect.stringMatching(/^2018-12-01 +its name +Report +comes in +Annual report 2018-12\.html$/))
  expect(looked).toContainEqual(expect.stringMatching(/refused +liar\.pdf .*ends in \.pdf/))
  expect(looked).toContainEqual(expect.stringMatching(/here already +minutes\/A copy\.pdf .*Same file as/))
  expect(looked.at(-1)).toContain('nothing was changed')
  for (const table of ['document', 'documentImport', 'file', 'fileContent'] as const)
    expect(await world.db.selectFrom(table).select('id').execute()).toEqual([])

  const done = await run()
  expect(sheet(done)).toEqual({ 'came in': 3, 'left out': 1, 'here already': 1, refused: 2, found: 7 })
  expect(await documents()).toEqual([
    { title: 'Annual report 2018-12', category: 'report', datedOn: '2018-12-01', visibility: 'group', approvedNumber: 1 },
    { title: 'Minutes 20190314', category: 'minutes', datedOn: '2019-03-14', visibility: 'group', approvedNumber: 1 },
    { title: 'Call in May', category: 'minutes', datedOn: '2019-05-09', visibility: 'group', approvedNumber: 1 },
  ])

  // Again: nothing, and no empty import.
  const again = await run()
  expect(sheet(again)).toEqual({ 'left out: no day': 1, 'here already': 4, refused: 2, found: 7 })
  expect(await documents()).toHaveLength(3)
  expect(await world.db.selectFrom('documentImport').select('id').execute()).toHaveLength(1)

  // Members find them; nobody else does.
  const maria = await world.as(world.maria)
  expect(await (await maria.get('/documents')).text()).toContain('Annual report 2018-12')
  expect(await (await (await world.as(world.susi)).get('/documents')).text()).not.toContain('Annual report 2018-12')
})

test('a table gives the days that nothing tells, and a wrong table is a sentence at its line', async () => {
  const table = join(folder, '..', `${folder.split('/').at(-1)}.csv`)
  try {
    for (const [text, sentence] of [
      ['file;day\nnowhere.txt;2018-02-01\n', 'Line 2: the folder has no file “nowhere.txt”'],
      ['file,day\nTerms of reference.txt,2018-02-30\n', 'Line 2: “2018-02-30” is not a date'],
      [
        'file,day\nTerms of reference.txt,2018-02-01\nTerms of reference.txt,2018-02-02\n',
        'Line 3: “Terms of reference.txt” is in the table twice',
      ],
      ['what,when\na,b\n', 'needs the columns file and day'],
    ] as const) {
      await writeFile(table, text)
      await expect(run('--dates', table)).rejects.toThrow(sentence)
    }
    expect(await documents()).toHaveLength(3)
    await writeFile(table, 'File;Day\n./Terms of reference.txt;2018-02-01\n')
    expect(sheet(await run('--dates', table, '--readers', 'public'))).toMatchObject({ 'came in': 1, 'here already': 4, found: 7 })
    expect((await documents())[0]).toEqual({
      ...{ title: 'Terms of reference', category: 'key', datedOn: '2018-02-01', visibility: 'public', approvedNumber: 1 },
    })
  } finally {
    await rm(table, { force: true })
  }
})

test('two imports of one folder at one moment bring it in once', async () => {
  const other = await mkdtemp(join(tmpdir(), 'rapport-documents-'))
  try {
    for (const n of [1, 2, 3, 4]) await writeFile(join(other, `Notes 2017-0${n}-02.txt`), `What was said in call ${n}.`)
    const wish = readFolderWish(['documents', other, '--group', 'lectio'])
    await Promise.all([1, 2].map(() => importFolder(world.ground, operator(), wish, () => {})))
    expect((await documents()).filter(({ title }) => title.startsWith('Notes'))).toHaveLength(4)
  } finally {
    await rm(other, { recursive: true, force: true })
  }
})

test.each([
  [['documents'], 'name one folder'],
  [['documents', 'a', 'b'], 'name one folder'],
  [['documents', 'a', '--readers', 'all'], 'one of public, subscribers, group'],
  [['documents', 'a', '--frobnicate'], "Unknown option '--frobnicate'"],
])('a command line that cannot be meant is a sentence: %j', (args, sentence) => {
  expect(() => readFolderWish(args)).toThrow(Usage)
  expect(() => readFolderWish(args)).toThrow(sentence)
})

test('a folder that is none, is empty, or a group that is none is a sentence', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'rapport-documents-'))
  const at = (place: string, group: string) =>
    importFolder(world.ground, operator(), readFolderWish(['documents', place, '--group', group]), () => {})
  await expect(at(join(empty, 'nowhere'), 'lectio')).rejects.toThrow(Usage)
  await expect(at(empty, 'lectio')).rejects.toThrow('the folder has no files')
  await expect(at(folder, 'nobody')).rejects.toThrow('name the group with --group (')
  await rm(empty, { recursive: true })
})
