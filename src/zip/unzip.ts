import { Unzip, UnzipInflate } from 'fflate'

const step = 64 * 1024

/**
 * Unpacks an archive without keeping anything, to learn how large it becomes: what its own directory says may be a lie.
 * @returns its size in bytes, or undefined where it is more than `most`
 */
export function measureZip(bytes: Uint8Array, most: number): number | undefined {
  let size = 0
  const archive = new Unzip((file) => {
    file.ondata = (error, data) => {
      if (error) throw error
      size += data.length
    }
    file.start()
  })
  archive.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += step) {
    archive.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    if (size > most) return undefined
  }
  return size
}
