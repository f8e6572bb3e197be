import { z } from '@hono/zod-openapi'
import { Invalid } from '../errors.ts'
import { instant, maybeInstant, named } from '../lib/ui/api.ts'
import { line } from '../lib/ui/forms.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneField } from '../lib/ui/zone-field.ts'
import type { getMeeting } from './core/queries.ts'

const times = textsOf('meetings', 'times')
const t = textsOf('meetings', 'api')

export const Host = z.object({ groupId: z.int().nullable(), communityId: z.int().nullable(), name: z.string() })
export const kinds = z.enum(['meeting', 'call', 'conference', 'show_and_tell'])
export const zone = zoneField(() => times.zone)

export const placeOpen = z.boolean().openapi({
  description: 'Show the room or video link to everyone. Only for public meetings; sessions of Show and Tell never show it.',
})

export const Meeting = named('Meeting', {
  slug: z.string(),
  title: z.string(),
  kind: kinds,
  startsAt: instant(),
  endsAt: instant(),
  zone: z.string(),
  place: z
    .string()
    .openapi({ description: 'Empty for people who are not invited and not in the group, unless placeOpen shows it to everyone.' }),
  placeOpen,
  state: z.enum(['planned', 'held', 'cancelled']),
  minutes: z.enum(['none', 'draft', 'circulated', 'approved']),
  public: z.boolean(),
  uid: z.string().openapi({ description: 'Its UID in calendars, for life.' }),
  sequence: z.int(),
  series: z.string().nullable(),
  hosts: z.array(Host),
})
export const Invitation = z
  .object({ personId: z.int(), name: z.string(), roles: z.array(z.string()), formal: z.boolean() })
  .extend({ partstat: z.enum(['needs-action', 'accepted', 'declined', 'tentative']), comment: z.string(), counterAt: maybeInstant() })
  .extend({ attendance: z.enum(['present', 'late', 'apologies', 'absent']).nullable(), reason: z.string() })
  .extend({ reasonAccepted: z.boolean().nullable() })
  .openapi('MeetingInvitation')

/** A meeting as the API shows it. */
export const shownMeeting = (meeting: Awaited<ReturnType<typeof getMeeting>>) => ({ ...meeting, series: meeting.seriesSlug })

export const Slug = { meeting: line(80) }

export const at = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .openapi({ type: 'string', format: 'date-time' })
export const minutesListId = z
  .int()
  .nullable()
  .openapi({ description: 'The list that gets the approved minutes, besides the people invited.' })
export const facts = { title: line(200).min(1), startsAt: at, endsAt: at, zone, place: line(500), placeOpen, public: z.boolean() }
export const hosts = { groupIds: z.array(z.int()).max(20).default([]), communityIds: z.array(z.int()).max(20).default([]) }
export const whom = {
  seats: z
    .array(line(40))
    .max(50)
    .default([])
    .openapi({ description: 'Invited besides: `g3` the members of a group, `g3.vendor_guest` who holds a role in it, `c1.steering`.' }),
  people: z.array(line(400)).max(50).default([]).openapi({ description: 'Invited besides, by address: `Name <name@example.org>`.' }),
}
export const arrangedKind = z.enum(['meeting', 'call', 'conference'])
export const quorumPercent = z.int().min(0).max(100)

/** A monthly series has its nth day, a weekly one has none; the last day is not before the first. */
export function whole<S extends { everyUnit: 'week' | 'month'; nth: number | null; firstOn: string; lastOn: string | null }>(series: S): S {
  if (series.lastOn !== null && series.lastOn < series.firstOn) throw new Invalid(refusals.lookAgain, { lastOn: t.chooseLastDayAfterFirst })
  return { ...series, nth: series.everyUnit === 'month' ? (series.nth ?? 1) : null }
}
