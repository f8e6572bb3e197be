import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { readFileBytes } from '../../src/files/queries.ts'
import { pieceSize } from '../../src/files/uploads-rules.ts'
import { webOfWorld } from './web.ts'

const site = webOfWorld()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(inject('runFolder'), 'upload-'))
})

/** Twelve megabytes in which no piece is like another. */
const content = Buffer.concat(
  Array.from({ length: 12 * 1024 }, (_, n) => Buffer.alloc(1024, createHash('sha256').update(String(n)).digest())),
)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function onDisk(name: string, bytes = content): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const open = (path: string, javaScript = true): Promise<Page> => site.open(path, site.world.carla, { javaScript })

/** Where the pieces begin that a page sends. */
function watchPieces(page: Page): number[] {
  const offsets: number[] = []
  page.on('request', (request: Request) => {
    if (request.method() === 'PUT') offsets.push(Number(request.url().split('/').at(-1)))
  })
  return offsets
}
/** Fills in the rest of the form; the document has these bytes then. */
async function keep(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  const { fileId } = await site.world.db
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .select('fileId')
    .where('document.title', '=', title)
    .executeTakeFirstOrThrow()
  expect(sha256(Buffer.concat(await Array.fromAsync(readFileBytes(site.world.db, fileId ?? 0))))).toBe(sha256(content))
}

test('twelve megabytes go in pieces while one fills in the rest; a line that is cut comes back by itself', async () => {
  const page = await open('/documents/new?file=1')
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  const offsets = watchPieces(page)
  let cuts = 0
  // It says so until it has come through again, which it does once that was seen.
  const { promise: seen, resolve: see } = Promise.withResolvers<void>()
  await page.route(/\/uploads\/[^/]+\/4194304$/, (route) => (cuts++ === 0 ? route.abort() : seen.then(() => route.continue())))
  await page.locator('input[type=file]').setInputFiles(onDisk('film one.bin'))
  await page.getByText('The connection is lost. We will try again.').waitFor()
  see()
  await page.getByText('“film one.bin” is uploaded.').waitFor()
  expect(offsets).toEqual([0, pieceSize, pieceSize, 2 * pieceSize])
  await keep(page, 'Film one')
  expect(complaints).toEqual([])
})

test('a page that was closed in the middle goes on where it was when the same file is chosen again', async () => {
  const file = onDisk('film two.bin')
  const page = await open('/documents/new?file=1')
  await page.route(/\/uploads\/[^/]+\/8388608$/, (route) => route.abort())
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('The connection is lost. We will try again.').waitFor()
  await page.reload()
  await page.unroute(/\/uploads\/[^/]+\/8388608$/)
  const offsets = watchPieces(page)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('“film two.bin” is uploaded.').waitFor()
  expect(offsets).toEqual([2 * pieceSize])
  await keep(page, 'Film two')
})

test('a form that is sent too early goes when the file is there', async () => {
  const page = await open('/documents/new?file=1')
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/uploads\/[^/]+\/8388608$/, async (route) => {
    await held
    await route.continue()
  })
  await page.locator('input[type=file]').setInputFiles(onDisk('film three.bin'))
  await page.getByLabel('Title').fill('Film three')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByText('The file is still being uploaded. We will send the form after that.').waitFor()
  release()
  await page.getByRole('heading', { name: 'Film three' }).waitFor()
})

test('a file whose name lies is said beside it, and another can be chosen', async () => {
  const page = await open('/documents/new?file=1')
  await page.locator('input[type=file]').setInputFiles(onDisk('minutes.pdf', Buffer.from('This is no PDF.')))
  await page.getByText('ends in .pdf, but its content has another type').waitFor()
  expect(await page.locator('input[type=file]').getAttribute('aria-invalid')).toBe('true')
  await page.locator('input[type=file]').setInputFiles(onDisk('minutes.txt', Buffer.from('This is a text.')))
  await page.getByText('“minutes.txt” is uploaded.').waitFor()
  expect(await page.locator('input[type=file]').getAttribute('aria-invalid')).toBeNull()
})

test('without script a large file comes first by a form of its own', async () => {
  const page = await open('/documents/new?file=1', false)
  await page.getByRole('link', { name: 'Upload the file first' }).click()
  await page.locator('input[type=file]').setInputFiles(onDisk('film four.bin'))
  await page.getByRole('button', { name: 'Upload file' }).click()
  await page.getByText('film four.bin').first().waitFor()
  await keep(page, 'Film four')
})
