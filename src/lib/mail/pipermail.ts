import type { MailFault } from './mail-fault.ts'

const lf = 10
const addressField = /^(?:from|sender|reply-to|to|cc)[ \t]*:.*(?:\r?\n[ \t].*)*/gim
// `user at example.org (Name)`, and what other archives make of `Name <user@example.org>`.
const hidden = /(?<![^\s<>@,;:"()])([^\s<>@,;:"()]+) at ((?:[a-z0-9-]+\.)+[a-z0-9-]+)(?=[\s>,]|$)/gi

/**
 * Gives the addresses in the header of a message from a pipermail archive their @ back. Only for reading the header: the bytes
 * that are kept are those of the archive. Answers with the same bytes where there is nothing to repair.
 */
export function repairPipermail(raw: Buffer): { raw: Buffer; repairs: MailFault[] } {
  const end = headerEnd(raw)
  const header = raw.subarray(0, end).toString('latin1')
  const repaired = header.replace(addressField, (field) => (field.includes('@') ? field : field.replace(hidden, '$1@$2')))
  if (repaired === header) return { raw, repairs: [] }
  return {
    raw: Buffer.concat([Buffer.from(repaired, 'latin1'), raw.subarray(end)]),
    repairs: [{ fault: 'hiddenAddresses' }],
  }
}

function headerEnd(raw: Buffer): number {
  for (let at = raw.indexOf(lf); at >= 0; at = raw.indexOf(lf, at + 1)) {
    if (raw[at + 1] === lf || (raw[at + 1] === 13 && raw[at + 2] === lf)) return at + 1
  }
  return raw.length
}
