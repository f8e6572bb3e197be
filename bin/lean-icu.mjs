// PostgreSQL's library of ICU data has 27 MB: every language, script and conversion. Our database compares by code point, and needs ICU
// only for the root collation, when it is made (decision 2). This keeps in the library what that needs, and removes the rest.
import { readFileSync, writeFileSync } from 'node:fs'

/** Of the package icudt60l: the root of languages and of collation, their indexes, strings that several share, and what text is normalised by. */
const kept = /^icudt\d+l\/(?:(?:coll\/)?(?:root|res_index|pool|supplementalData|numberingSystems|keyTypeData|likelySubtags)\.res|\w+\.nrm|cnvalias\.icu|coll\/ucadata\.icu)$/
const nameOfData = /^icudt\d+_dat$/
const page = 0x20_0000

/** The items of a package of data (`CmnD`) that begins at the offset: names, and where they lie. */
function readPackage(bytes, at) {
  if (bytes.readUInt16LE(at + 2) !== 0x27da || bytes.toString('latin1', at + 12, at + 16) !== 'CmnD') return undefined
  const toc = at + bytes.readUInt16LE(at)
  const items = Array.from({ length: bytes.readUInt32LE(toc) }, (_, i) => {
    const [name, data] = [bytes.readUInt32LE(toc + 4 + 8 * i), bytes.readUInt32LE(toc + 8 + 8 * i)]
    return { name: bytes.toString('latin1', toc + name, bytes.indexOf(0, toc + name)), from: toc + data }
  })
  return { toc, items }
}

/** The same table of contents for fewer items, with their data behind it. */
function writePackage(bytes, items, end) {
  const named = items.map(({ name, from }, i) => ({ name, from, to: items[i + 1]?.from ?? end })).filter(({ name }) => kept.test(name))
  const names = named.map(({ name }) => Buffer.from(`${name}\0`, 'latin1'))
  const head = Buffer.alloc(4 + 8 * named.length)
  head.writeUInt32LE(named.length)
  const aligned = (length) => Math.ceil(length / 16) * 16
  let nameAt = head.length
  let dataAt = aligned(head.length + names.reduce((sum, { length }) => sum + length, 0))
  const parts = [head, ...names, Buffer.alloc(dataAt - head.length - names.reduce((sum, { length }) => sum + length, 0))]
  for (const [i, { from, to }] of named.entries()) {
    head.writeUInt32LE(nameAt, 4 + 8 * i)
    head.writeUInt32LE(dataAt, 8 + 8 * i)
    nameAt += names[i].length
    parts.push(bytes.subarray(from, to), Buffer.alloc(aligned(to - from) - (to - from)))
    dataAt += aligned(to - from)
  }
  return Buffer.concat(parts)
}

/** Where the data begins in the library, and how long it is, by its table of symbols. */
function findData(bytes) {
  const [headers, size, count] = [Number(bytes.readBigUInt64LE(40)), bytes.readUInt16LE(58), bytes.readUInt16LE(60)]
  const sections = Array.from({ length: count }, (_, i) => {
    const at = headers + i * size
    return { type: bytes.readUInt32LE(at + 4), from: Number(bytes.readBigUInt64LE(at + 24)), length: Number(bytes.readBigUInt64LE(at + 32)), link: bytes.readUInt32LE(at + 40) }
  })
  const symbols = sections.find(({ type }) => type === 11)
  const strings = sections[symbols?.link ?? 0]
  if (!symbols || !strings) return undefined
  for (let at = symbols.from; at < symbols.from + symbols.length; at += 24) {
    const name = strings.from + bytes.readUInt32LE(at)
    if (nameOfData.test(bytes.toString('latin1', name, bytes.indexOf(0, name)))) return Number(bytes.readBigUInt64LE(at + 8))
  }
  return undefined
}

/** The segments of the library, and where their numbers stand. */
const segmentsOf = (bytes) =>
  Array.from({ length: bytes.readUInt16LE(56) }, (_, i) => {
    const at = Number(bytes.readBigUInt64LE(32)) + i * 56
    const long = (offset) => Number(bytes.readBigUInt64LE(at + offset))
    return { at, type: bytes.readUInt32LE(at), offset: long(8), inFile: long(32), align: long(48) }
  })

/**
 * Makes the library small, in place. Where it is not built as is known here it stays as it is.
 * @returns how many bytes it lost
 */
export function leanIcu(path) {
  const bytes = readFileSync(path)
  if (bytes.toString('latin1', 1, 4) !== 'ELF' || bytes[4] !== 2) return 0
  const data = findData(bytes)
  const segments = segmentsOf(bytes)
  const holder = segments.find(({ type, offset, inFile }) => type === 1 && offset === 0 && data !== undefined && data < inFile)
  const found = holder && readPackage(bytes, data)
  if (!found) return 0
  const written = writePackage(bytes, found.items, holder.inFile)
  // What stands behind moves by whole pages, as the linker that loads it wants.
  const cut = Math.floor((holder.inFile - found.toc - written.length) / page) * page
  if (cut <= 0) return 0
  written.copy(bytes, found.toc)
  for (const { at, offset, inFile } of segments) {
    if (at === holder.at) for (const field of [32, 40]) bytes.writeBigUInt64LE(BigInt(inFile - cut), at + field)
    else if (offset > found.toc) bytes.writeBigUInt64LE(BigInt(offset - cut), at + 8)
  }
  // The sections are for debuggers; their offsets would be wrong.
  bytes.writeBigUInt64LE(0n, 40)
  for (const field of [58, 60, 62]) bytes.writeUInt16LE(0, field)
  const end = Math.max(...segments.map(({ offset, inFile }) => offset + inFile))
  writeFileSync(path, Buffer.concat([bytes.subarray(0, holder.inFile - cut), bytes.subarray(holder.inFile, end)]))
  return bytes.length - (end - cut)
}
