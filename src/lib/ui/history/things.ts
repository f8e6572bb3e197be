// People know these by their number.
const numbered = new Set(['request', 'case'])

/** What a subject of the journal is called by people: `request:33` is request 33, `appointment:2` an appointment. */
export function sayThing(subject: string): string {
  const [kind = '', id = ''] = subject.replaceAll(/[-_]/g, ' ').split(':')
  if (!/^\d+$/.test(id)) return `${kind} ${id}`.trim()
  return numbered.has(kind) ? `${kind} ${id}` : `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}`
}
