import { NotFound } from '../errors.ts'
import { sendFile } from '../lib/ui/download.ts'
import { pages } from '../lib/ui/web.tsx'
import { refusals } from '../lib/ui/words.ts'
import { listFiles, readFileBytes } from './core-queries.ts'
import { findTextFile } from './texts-queries.ts'
import { findUploadedFile } from './uploads-queries.ts'

/** Files that stand in texts: for those who may read the text, and before it is sent for who writes it. */
export const textFilePages = pages().get('/files/:key/:name', async (c) => {
  const { db, actor, gathered } = c.var
  const key = c.req.param('key')
  const found = (await findTextFile(db, gathered.texts, actor, key)) ?? (await findUploadedFile(db, actor, key))
  // What waits for the virus scanner is not there yet.
  const [file] = found ? await listFiles(db, [found.id]) : []
  if (!file) throw new NotFound(refusals.thereIsNoSuchFile)
  return sendFile(c, file, readFileBytes(db, file.id))
})
