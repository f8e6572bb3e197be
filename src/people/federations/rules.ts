/** Where metadata of a federation comes from. */
export type FederationKind = 'mdq' | 'file'

const minute = 60_000
const hour = 60 * minute

/** When a federation's list is read again: as it asks, but not within the hour, and once a day at least. */
export const nextReading = (now: Date, cacheFor: number | undefined): Date =>
  new Date(now.getTime() + Math.min(24 * hour, Math.max(hour, (cacheFor ?? 6 * 3_600) * 1_000)))

/** After a failure it is tried again sooner: what is kept is good for days. */
export const afterFailure = (now: Date): Date => new Date(now.getTime() + 30 * minute)

/** Metadata of one institution is asked for anew at a sign-in when it is older than this. */
export const isStale = (readAt: Date | null, now: Date): boolean => readAt === null || now.getTime() - readAt.getTime() > hour

/** An address without slashes at its end, in one pass. */
function withoutSlashes(address: string): string {
  let end = address.length
  while (address[end - 1] === '/') end--
  return address.slice(0, end)
}

/** Where an MDQ server says what it knows of one (RFC draft-young-md-query). */
export const entityAddress = (address: string, entityId: string): string =>
  `${withoutSlashes(address)}/entities/${encodeURIComponent(entityId)}`

/** Where the institutions are listed. */
export const listAddress = ({ kind, address, directory }: { kind: FederationKind; address: string; directory: string }): string =>
  kind === 'file' ? address : directory || `${withoutSlashes(address)}/entities`

/** What a list says: signed metadata, or names alone. */
export const isDirectory = (bytes: Uint8Array): boolean =>
  /^\s*\[/.test(new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\uFEFF/, ''))

/** Institutions that wish not to be chosen. */
export const hiding = 'http://refeds.org/category/hide-from-discovery'

/** How an institution is called, for a reader of this language. */
export const nameIn = (names: Readonly<Record<string, string>>, locale: string): string =>
  names[locale.slice(0, 2)] ?? names.en ?? Object.values(names)[0] ?? ''

/** How many a page of the choice shows. */
export const mostShown = 20

/** How many a browser remembers. */
export const mostRemembered = 3
