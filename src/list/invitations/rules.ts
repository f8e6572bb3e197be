const day = 86_400_000

/** How long an invitation can be accepted. */
export const invitationLasts = 30 * day
/** So many may a list invite in a day: enough for a conference, too few for a flood. */
export const invitationsPerDay = 200
/** So many invitations may one address get in a day, over all lists of the site. */
export const perAddressPerDay = 2

export const mostAtOnce = 100
/** No name and address of anybody is longer. */
const longestLine = 1_000

/** Several addresses in one line, as mail programs copy them; a comma may also stand before a name, or in it. */
function entriesOf(line: string): string[] {
  for (const separator of [';', ',']) {
    const entries = line.split(separator).filter((one) => one.trim() !== '')
    if (entries.length > 1 && entries.every((one) => one.includes('@'))) return entries.flatMap(entriesOf)
  }
  return [line]
}

/** The addresses and names of what was typed, one a line: `Name <a@b>`, `a@b`, or `a@b, Name`; and the lines that are none. */
export function readInvitees(text: string): { invitees: { email: string; name: string }[]; wrong: string[] } {
  const invitees = new Map<string, { email: string; name: string }>()
  const wrong: string[] = []
  for (const line of text
    .split('\n')
    .flatMap(entriesOf)
    .map((one) => one.trim())) {
    if (line === '') continue
    if (line.length > longestLine) {
      wrong.push(line.slice(0, 100))
      continue
    }
    const [, named = '', bracketed] = /^(.*?)(?<!\s)\s*<([^\s@<>"]+@[^\s@<>"]+)>[,;]?$/.exec(line) ?? []
    const [, bare, after = ''] = /^([^\s@<>",;]+@[^\s@<>",;]+)(?:\s*[,;\t]\s*(.*))?$/s.exec(line) ?? []
    const email = (bracketed ?? bare)?.toLowerCase()
    if (!email || email.length > 254) wrong.push(line.slice(0, 100))
    else if (!invitees.has(email)) invitees.set(email, { email, name: (named || after).replaceAll('"', '').trim().slice(0, 100) })
  }
  return { invitees: [...invitees.values()], wrong }
}
