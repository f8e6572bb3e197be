import * as z from 'zod'
import { Invalid } from '../errors.ts'
import { Form, Select, TextArea } from '../lib/ui/form.tsx'
import { line, lines, mailAddress } from '../lib/ui/forms.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Fold, Note, PostButton, Section, Submit } from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { readInvitees } from '../list/rules.ts'
import { roleNames } from '../people/rules.ts'
import type { Invitee, SeatChoice, Unreached } from './invitees-queries.ts'
import { readSeat, type Seat, seatKey, type Whom } from './invitees-rules.ts'

const t = textsOf('meetings', 'invitees')

/** The fields of those who are invited besides the hosts. */
export const whomFields = { seats: z.union([line(40), z.array(line(40)).max(50)]).optional(), people: lines(6_000).default('') }
/** The form that adds some. */
export const WhomForm = z.object(whomFields)

/**
 * Reads those fields.
 * @throws Invalid naming the lines that are no address
 */
export function readWhom({ seats, people }: z.output<typeof WhomForm>): Whom {
  const { invitees, wrong } = readInvitees(people)
  const bad = [...wrong, ...invitees.filter(({ email }) => !mailAddress().safeParse(email).success).map(({ email }) => email)]
  if (bad.length > 0) throw new Invalid(refusals.lookAgain, { people: t.notAddresses({ lines: bad.slice(0, 5) }) })
  const keys = [seats ?? []].flat().filter(Boolean)
  const read = keys.map(readSeat)
  if (read.some((seat) => seat === undefined)) throw new Invalid(refusals.lookAgain, { seats: t.noSuchSeat })
  return { seats: read.filter((seat) => seat !== undefined), people: invitees }
}

/** A group or a role, as it is called. */
const seatName = ({ role }: Seat, host: string): string => {
  if (role === null) return t.members({ group: host })
  return role === 'vendor_guest' ? t.vendorGuests({ group: host }) : t.role({ role: roleNames[role], host })
}

const kindOf = ({ role }: Seat): string => (role === null ? t.groups : role === 'vendor_guest' ? t.vendor : t.roles)

/** Asks whom to invite besides the hosts: a group or role of a menu, people by their addresses. */
const WhomFields = ({ choices }: { choices: SeatChoice[] }) => (
  <>
    <Select
      name="seats"
      label={t.alsoInvite}
      empty={t.nobodyElse}
      options={choices
        .toSorted((a, b) => kindOrder(a) - kindOrder(b))
        .map(({ host, ...seat }) => ({ value: seatKey(seat), label: seatName(seat, host), group: kindOf(seat) }))}
      optional
    />
    <TextArea name="people" label={t.people} hint={t.peopleHint} rows={3} maxlength={6_000} optional />
  </>
)
const kindOrder = ({ role }: Seat): number => (role === 'vendor_guest' ? 0 : role === null ? 1 : 2)

/** The same, folded away in a form that begins something; open where it was refused. */
export const WhomFold = ({ choices }: { choices: SeatChoice[] }) => {
  const refused = useRefused()
  return (
    <Fold title={t.inviteOthers} open={Boolean(refused?.typed.seats || refused?.typed.people)}>
      <div class="stack">
        <WhomFields choices={choices} />
      </div>
    </Fold>
  )
}

/** That some of the hosts' people get no invitation, and where to see to it. */
export const UnreachedNotes = ({ open, unreached }: { open: boolean; unreached: readonly Unreached[] }) =>
  open &&
  unreached.map(({ slug, count }) => (
    <Note mood="wait">{t.unreached({ count, link: (words) => <a href={`/roster/${slug}/edit`}>{words}</a> })}</Note>
  ))

/** Who is invited besides the hosts, for who arranges: each can be taken off, others added. */
export function InviteesSection({ action, invitees, choices }: { action: string; invitees: Invitee[]; choices: SeatChoice[] }) {
  const refused = useRefused()
  const named = ({ personId, name, host, ...seat }: Invitee) => (personId === null ? seatName(seat, host ?? '') : (name ?? ''))
  return (
    <Section title={t.guests} id="guests">
      {invitees.length === 0 && <p class="soft">{t.none}</p>}
      <Things label={t.guests} of={invitees} none={null}>
        {(one) => (
          <Thing
            title={named(one)}
            act={
              <PostButton action={`${action}/${one.id}/remove`} kind="quiet" label={t.removeWho({ name: named(one) })} text={t.remove} />
            }
          />
        )}
      </Things>
      <Fold title={t.inviteOthers} open={refused !== undefined && refused.form === undefined}>
        <Form action={action} id="whom">
          <WhomFields choices={choices} />
          <Submit>{t.invite}</Submit>
        </Form>
      </Fold>
    </Section>
  )
}
