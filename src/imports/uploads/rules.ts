/** The most that one import brings over the web, in bytes. */
export const mostBytes = 2 * 1024 * 1024 * 1024

/** A name under which a file is kept: one part of letters, digits and a few signs, as Mailman's own files have it. */
export const plainName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[^\w.+@-]+/g, '_')
    .replace(/^\.+/, '')
    .slice(0, 120) || 'file'

/** What a file of an import can be. */
export type FileKind = 'config' | 'requests' | 'export' | 'mailbox' | 'month' | 'archive' | 'members'

/** What a file is by its name; undefined where it is nothing that an import reads. */
export function kindOf(name: string): FileKind | undefined {
  const lower = name.toLowerCase()
  if (lower === 'config.pck') return 'config'
  if (lower === 'request.pck' || /^heldmsg-.*\.(?:pck|txt)$/.test(lower)) return 'requests'
  if (lower.endsWith('.json')) return 'export'
  if (/\.mbox(?:\.gz)?$/.test(lower)) return 'mailbox'
  if (/^(?:\d{4}(?:-[a-z]+|q\d)?|week-of-mon-\d{8}|\d{8})\.txt(?:\.gz)?$/.test(lower)) return 'month'
  if (lower.endsWith('.zip')) return 'archive'
  if (/\.(?:csv|xlsx|txt|tsv|dump|list)$/.test(lower)) return 'members'
  return undefined
}

/** A file of members alone is no list: it is read line by line. */
export const isMembers = (name: string): boolean => kindOf(name) === 'members'
