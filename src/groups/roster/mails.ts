import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { roleNamesIn } from '../../people/rules.ts'
import type { announcedRoles, toldRoles } from './rules.ts'

const termWords = wordsOf('groups', 'terms')
const seatedWords = wordsOf('groups', 'seated')

/** Notices that somebody gives up a role. */
const leavingWords = wordsOf('groups', 'stepDownMail')

interface Ending {
  personId: number
  name: string
  role: (typeof announcedRoles)[number]
  title: string | null
  group: string
  toOn: string
}

/** Tells somebody which role they hold from now on, what it means, and where it begins. */
export function seated(
  to: Addressee,
  held: { role: (typeof toldRoles)[number]; title: string | null; groupId: number | null; group: string; toOn: string | null },
  link: string,
): Letter {
  const { role, title, groupId, group, toOn } = held
  const locale = to.locale as Locale
  const { roles } = termWords(locale)
  const words = seatedWords(locale)
  // As the group calls it; what it means follows from the role behind.
  const called = title ?? roles[role]
  const until = toOn === null ? undefined : formatDay({ locale }, toOn)
  return {
    kind: 'charter.seated',
    plain: true,
    ...addressed(to),
    // What is no group's own comes from the site.
    ...(groupId === null ? { asks: 'site' } : { group, asks: { groupId } }),
    subject: words.subject({ role: called, group }),
    text: words.text({ name: to.name, role: called, group, until, meaning: words.meanings[role], email: to.email, link }),
  }
}

/** Tells a holder, or those who lead the group, that a term ends. */
export function termEnds(to: Addressee, ending: Ending, link: string): Letter {
  const locale = to.locale as Locale
  const words = termWords(locale)
  const day = formatDay({ locale }, ending.toOn)
  const role = ending.title ?? words.roles[ending.role]
  const own = to.id === ending.personId
  return {
    kind: 'charter.term-ends',
    byDay: {},
    plain: true,
    ...addressed(to),
    group: ending.group,
    subject: own ? words.subject({ group: ending.group, day }) : words.leadSubject({ group: ending.group, name: ending.name, day }),
    text: own
      ? words.text({ name: to.name, role, group: ending.group, day, link })
      : words.leadText({ name: to.name, who: ending.name, role, group: ending.group, day, link }),
  }
}

/**
 * Tells those who lead a group that somebody gives up a role in it; those who administer the site, of an office of it or of a user group; those
 * who confirm referents, of what they are for their institution.
 */
export function stepsDown(
  to: Addressee,
  held: {
    name: string
    role: (typeof toldRoles)[number] | 'referent' | 'vendor_guest'
    title: string | null
    /** The group, user group or site. */
    group: string
    groupId: number | null
    /** For whom a referent votes. */
    organisation: string | null
    /** Where somebody else is appointed. */
    path: string
    toOn: string
    note: string
  },
  baseUrl: string,
): Letter {
  const locale = to.locale as Locale
  const words = leavingWords(locale)
  const { name: who, role, title, group, note } = held
  const day = formatDay({ locale }, held.toOn)
  const called = title ?? { ...roleNamesIn(locale).names, ...termWords(locale).roles }[role]
  const facts = { name: to.name, who, role: called, group, day, note: note || undefined, link: `${baseUrl}${held.path}` }
  const bodies = {
    referent: () => words.referentBody({ ...facts, organisation: held.organisation ?? '' }),
    vendor_guest: () => words.guestBody(facts),
    other: () => (held.groupId === null ? words.officeBody : words.body)(facts),
  }
  return {
    kind: 'charter.stepped-down',
    plain: true,
    ...addressed(to),
    group,
    subject: words.subject({ name: who, day, group }),
    text: bodies[role === 'referent' || role === 'vendor_guest' ? role : 'other'](),
  }
}
