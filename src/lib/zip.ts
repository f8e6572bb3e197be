import { Zip, ZipDeflate } from 'fflate'

/** One file of a ZIP archive. */
export interface ZipEntry {
  name: string
  content: string | AsyncIterable<Uint8Array>
}

/** A ZIP of files, piece by piece, however large they are. */
export async function* zip(files: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failure: Error | undefined
  const archive = new Zip((error, data) => {
    if (error) failure = error
    else ready.push(data)
  })
  for await (const { name, content } of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = at
    archive.add(entry)
    for await (const piece of typeof content === 'string' ? [Buffer.from(content)] : content) {
      entry.push(piece)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  archive.end()
  if (failure) throw failure
  yield* ready
}
