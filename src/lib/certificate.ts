import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const day = 86_400_000

/**
 * Until when the certificate of a PEM file is good, and the whole days until then: below zero once it has ended.
 * @throws where it cannot be read
 */
export async function certificateEnd(path: string, now: Date): Promise<{ at: Date; days: number }> {
  const at = new X509Certificate(await readFile(path)).validToDate
  return { at, days: Math.floor((at.getTime() - now.getTime()) / day) }
}
