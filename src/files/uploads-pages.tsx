import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import * as z from 'zod'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { sendFile } from '../lib/ui/download.ts'
import { Field, Form } from '../lib/ui/form.tsx'
import type { Locale } from '../lib/ui/format.ts'
import { formatBytes } from '../lib/ui/format.ts'
import { line, readForm, refusedForm, whole } from '../lib/ui/forms.ts'
import { Cancel, Submit, Titled } from '../lib/ui/parts.tsx'
import { bodyOf, type C, onlyPages, ownPath, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { readFileBytes } from './core-queries.ts'
import { isPicture } from './texts-rules.ts'
import { addPiece, beginUpload, cancelUpload, finishUpload, lookAtUpload } from './uploads-actions.ts'
import { findUploadedFile, getUpload } from './uploads-queries.ts'
import { pieceSize, tooLarge } from './uploads-rules.ts'

const t = textsOf('files', 'uploads')

const BeginForm = z.object({ name: line(500), size: whole() })
const FinishForm = z.object({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

const keyOf = (c: C): string => c.req.param('upload') ?? ''

/** What a script is answered with where a person would get a page. */
async function answer(c: C, act: () => Promise<object>): Promise<Response> {
  try {
    return c.json(await act(), 200)
  } catch (error) {
    if (error instanceof Invalid) return c.json({ message: Object.values(error.fields)[0] ?? error.message }, 422)
    if (error instanceof Conflict) {
      const upload = await getUpload(c.var.db, c.var.actor, keyOf(c))
      return c.json({ message: error.message, received: upload.received }, 409)
    }
    throw error
  }
}

function signedIn(c: C): void {
  if (c.var.actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
}

const UploadPage = ({ next, largest, locale }: { next: string; largest: number; locale: Locale }) => (
  <Titled title={t.uploadALargeFile} lead={t.upDescribeFileNextStep({ largest: formatBytes(locale, largest) })}>
    <Form action={`/uploads/form?${new URLSearchParams({ next })}`} multipart>
      <Field name="file" type="file" label={t.file} />
      <Submit kind="primary" beside={<Cancel href={next}>{t.cancel}</Cancel>} text={t.bringIt} />
    </Form>
  </Titled>
)

const showForm = (c: C) =>
  c.var.page(
    t.uploadALargeFile,
    <UploadPage next={ownPath(c.req.query('next'), '/documents')} largest={c.var.config.largestFile} locale={c.var.actor.locale} />,
  )

/**
 * Streams the one file of a form into an upload, piece by piece: a piece is all that is held in memory.
 * @returns the upload's key
 */
async function streamForm(c: C): Promise<string> {
  const { actor, write, config } = c.var
  const type = c.req.header('content-type') ?? ''
  const length = Number(c.req.header('content-length'))
  const lacking = { file: t.chooseAFile }
  if (!type.startsWith('multipart/form-data') || !c.req.raw.body) throw new Invalid(refusals.pleaseLookAgain, lacking)
  // 64 kB: what the form has around its file.
  if (length > config.largestFile + 65_536) throw new Invalid(refusals.pleaseLookAgain, { file: tooLarge(config.largestFile) })
  const form = Busboy({ headers: { 'content-type': type }, limits: { files: 1, fields: 20, fieldSize: 10_000 } })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let found = false
  form.on('file', (_field, stream, filename) => {
    found = true
    keep(stream, filename).then(resolve, (error: Error) => {
      stream.resume()
      reject(error)
    })
  })
  form.on('finish', () => {
    if (!found) reject(new Invalid(refusals.pleaseLookAgain, lacking))
  })
  form.on('error', reject)

  async function keep(stream: Readable, filename: string): Promise<string> {
    if (!filename) throw new Invalid(refusals.pleaseLookAgain, lacking)
    const { key } = await write((tx) => beginUpload(tx, actor, { name: filename, size: config.largestFile, largest: config.largestFile }))
    let offset = 0
    for await (const piece of piecesOf(stream)) {
      const from = offset
      offset = await write((tx) => addPiece(tx, actor, key, from, piece))
    }
    if (offset === 0) throw new Invalid(refusals.pleaseLookAgain, { file: t.chooseFileNotEmpty })
    const read = await lookAtUpload(c.var.db, actor, key)
    await write((tx) => finishUpload(tx, actor, key, read, { open: true }))
    return key
  }

  const source = Readable.fromWeb(c.req.raw.body as ReadableStream)
  source.on('error', reject)
  source.pipe(form)
  try {
    return await promise
  } finally {
    source.unpipe(form)
    source.destroy()
  }
}

async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    waiting.push(bytes)
    size += bytes.length
    if (size < 1024 * 1024) continue
    const piece = Buffer.concat(waiting)
    for (let at = 0; at < piece.length; at += pieceSize) yield piece.subarray(at, at + pieceSize)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}

const ofBrowsers = onlyPages('work', 'Pieces of a file on its way from a browser; a program sends a file with the act that needs it.')

/** Large files: in pieces with script, in one stream without. */
export const uploadPages = pages()
  .get('/uploads/new', (c) => {
    signedIn(c)
    return showForm(c)
  })
  .post('/uploads/form', ofBrowsers, async (c) => {
    signedIn(c)
    const next = ownPath(c.req.query('next'), '/documents')
    try {
      const key = await streamForm(c)
      return c.redirect(`${next}${next.includes('?') ? '&' : '?'}${new URLSearchParams({ upload: key })}`, 303)
    } catch (error) {
      const refused = refusedForm(error, {})
      if (!refused) throw error
      c.set('refused', { ...refused, form: 'f' })
      // The rest of the file is not read: the browser is told, and the line is closed.
      c.header('connection', 'close')
      return showForm(c)
    }
  })
  .post('/uploads', ofBrowsers, async (c) => {
    signedIn(c)
    const body = await bodyOf(c)
    return answer(c, async () => {
      const typed = readForm(BeginForm, body)
      const { key, size } = await c.var.write((tx) => beginUpload(tx, c.var.actor, { ...typed, largest: c.var.config.largestFile }))
      return { key, size, received: 0, piece: pieceSize }
    })
  })
  .get('/uploads/:upload', async (c) => {
    const { key, name, size, received, contentId } = await getUpload(c.var.db, c.var.actor, keyOf(c))
    return c.json({ key, name, size, received, piece: pieceSize, done: contentId === null })
  })
  .get('/uploads/:upload/picture', async (c) => {
    const file = await findUploadedFile(c.var.db, c.var.actor, keyOf(c))
    if (!file || !isPicture(file.type ?? '')) throw new NotFound(refusals.thereIsNoSuchFile)
    return sendFile(c, { name: file.name, type: file.type as string }, readFileBytes(c.var.db, file.id))
  })
  .put('/uploads/:upload/:offset', async (c) => {
    const { db, actor } = c.var
    await getUpload(db, actor, keyOf(c))
    if (Number(c.req.header('content-length') ?? 0) > pieceSize) return c.json({ message: t.sendPartsMostBytes({ pieceSize }) }, 422)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const offset = Number(c.req.param('offset'))
    return answer(c, async () => ({ received: await c.var.write((tx) => addPiece(tx, actor, keyOf(c), offset, bytes)) }))
  })
  .post('/uploads/:upload/finish', ofBrowsers, async (c) => {
    await getUpload(c.var.db, c.var.actor, keyOf(c))
    const body = await bodyOf(c)
    return answer(c, async () => {
      const { sha256 } = readForm(FinishForm, body)
      const read = await lookAtUpload(c.var.db, c.var.actor, keyOf(c))
      return c.var.write((tx) => finishUpload(tx, c.var.actor, keyOf(c), read, { sha256 }))
    })
  })
  .post('/uploads/:upload/cancel', ofBrowsers, async (c) => {
    await c.var.write((tx) => cancelUpload(tx, c.var.actor, keyOf(c)))
    return c.json({ cancelled: true })
  })
