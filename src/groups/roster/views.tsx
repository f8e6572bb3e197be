import { Check, Field, Filters, Select } from '../../lib/ui/form.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { dotted, OnlyOf, Thing, Things } from '../../lib/ui/lists.tsx'
import { MuteGroup } from '../../lib/ui/mute.tsx'
import { About, Button, Empty, Fold, FormFold, FormSection, Note, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { dayIn } from '../../time.ts'
import type { findAsked, listGroups } from '../queries.ts'
import { type Names, RoleNames, roleOptions } from './names-views.tsx'
import type { findUnasked, listInvitable, listPastSeats, listSeats } from './queries.ts'
import { groupRoles, mayInvite, nameOf, vacantRoles, yearsOf } from './rules.ts'

const t = textsOf('groups', 'rosterPage')
const words = textsOf('groups', 'roster')
const leaving = textsOf('groups', 'stepDown')

type Groups = Awaited<ReturnType<typeof listGroups>>
type Seat = Awaited<ReturnType<typeof listSeats>>[number]

function Term({ seat }: { seat: Seat }) {
  const years = yearsOf(seat)
  if (years) return <>{years}</>
  if (seat.fromOn === null) return null
  return seat.toOn
    ? words.fromTo({ from: <Day on={seat.fromOn} />, to: <Day on={seat.toOn} /> })
    : words.since({ from: <Day on={seat.fromOn} /> })
}

/** Who leads the group first. */
const inOrder = (seats: readonly Seat[]): Seat[] => seats.toSorted((a, b) => groupRoles.indexOf(a.role) - groupRoles.indexOf(b.role))

/** @param own where they give it up, for whoever holds the term themselves */
const Line = ({ seat, open, own }: { seat: Seat; open: boolean; own?: string | undefined }) => (
  <Thing
    title={`${seat.name}, ${nameOf(seat.role, seat.title)}`}
    href={open ? `/people/${seat.personId}` : undefined}
    meta={dotted([<Term seat={seat} />, seat.organisation, seat.how && sayKept(seat.how)])}
    act={
      own && (
        <a href={own} aria-label={leaving.titleOf({ role: nameOf(seat.role, seat.title) })}>
          {leaving.stepDown}
        </a>
      )
    }
  />
)

function GroupRoster(props: {
  group: Groups[number]
  seats: Seat[]
  past: Seat[]
  edit: boolean
  /** Undefined where there is nothing to mute. */
  muted: boolean | undefined
  open: boolean
  /** Whose pages the reader may open. */
  known: ReadonlySet<number>
  /** Terms of the reader's that they may give up. */
  own: ReadonlySet<number>
}) {
  const { group, seats, past, edit, muted, open, known, own } = props
  const vacant = vacantRoles(seats, past)
  return (
    <Section title={group.name} id={group.slug} aside={edit && <a href={`/roster/${group.slug}/edit`}>{words.edit}</a>}>
      {vacant.map((role) => (
        <p>
          <State mood="wait">{words.vacant}</State> {nameOf(role)}
        </p>
      ))}
      <Things label={group.name} of={inOrder(seats)} none={null}>
        {(seat) => (
          <Line
            seat={seat}
            open={known.has(seat.personId)}
            own={own.has(seat.id) ? `/roster/${group.slug}/seats/${seat.id}/step-down` : undefined}
          />
        )}
      </Things>
      {past.length > 0 && (
        <Fold title={t.pastTerms({ count: past.length })} open={open} {...(open && { id: 'past' })}>
          <Things label={words.beforeOf({ group: group.name })}>
            {past.map((seat) => (
              <Line seat={seat} open={known.has(seat.personId)} />
            ))}
          </Things>
          {past.some((seat) => yearsOf(seat)?.includes('?')) && <p class="meta">{words.unknownDate}</p>}
        </Fold>
      )}
      {muted !== undefined && <MuteGroup id={group.id} name={group.name} muted={muted} next={`/roster#${group.slug}`} />}
    </Section>
  )
}

/** Who holds which role on a day, and who did before. Names and institutions, no addresses. */
export function RosterPage(props: {
  /** The one that was asked for. */
  group: Awaited<ReturnType<typeof findAsked>>
  groups: Groups
  seats: Seat[]
  past: Awaited<ReturnType<typeof listPastSeats>>
  day: string
  editable: number[]
  /** The groups that its reader is in, and what they want to hear nothing of; undefined for whoever gets no letters. */
  quiet?: { in: number[]; muted: string[] } | undefined
  /** Whose pages its reader may open. */
  known: ReadonlySet<number>
  /** Terms of theirs that they may give up. */
  own: ReadonlySet<number>
}) {
  const { group: asked, groups, seats, past, day, editable, quiet, known, own } = props
  return (
    <Titled title={words.title} lead={words.asOf({ day: <Day on={day} /> })}>
      <OnlyOf group={asked} all="/roster" />
      {groups.length === 0 && <Empty title={words.none} />}
      {groups.map((group, i) => (
        <GroupRoster
          open={i === 0}
          known={known}
          own={own}
          group={group}
          seats={seats.filter((seat) => seat.groupId === group.id)}
          past={past.filter((seat) => seat.groupId === group.id)}
          edit={editable.includes(group.id)}
          muted={quiet?.in.includes(group.id) ? quiet.muted.includes(`group:${group.id}`) : undefined}
        />
      ))}
      <Fold title={words.another}>
        <Filters action="/roster" label={words.another} values={{ on: day }} hidden={{ group: asked?.slug }}>
          <Field name="on" type="date" label={words.on} short />
        </Filters>
      </Fold>
    </Titled>
  )
}

const TermLine = ({ seat, slug, children }: { seat: Seat; slug: string; children?: Parameters<typeof Thing>[0]['children'] }) => {
  const name = nameOf(seat.role, seat.title)
  return (
    <Thing
      title={`${seat.name}, ${name}`}
      meta={
        <>
          <Term seat={seat} /> ·{' '}
          <a href={`/roster/${slug}/seats/${seat.id}`} aria-label={t.correctOf({ name: seat.name, nameOf: name })}>
            {t.correct}
          </a>{' '}
          ·{' '}
          <a href={`/history/appointment:${seat.id}`} aria-label={t.historyOf({ name: seat.name, nameOf: name })}>
            {t.history}
          </a>
        </>
      }
    >
      {children}
    </Thing>
  )
}

/** Whom no email reaches, when they were last invited, and the button that does, for those to whom it was not done just now. */
function Unreached({ group, unreached, now }: Pick<Parameters<typeof EditRosterPage>[0], 'group' | 'unreached' | 'now'>) {
  const [last] = unreached.flatMap(({ invitedAt }) => invitedAt ?? []).toSorted((a, b) => +b - +a)
  return (
    <Note>
      <p>{t.unreached({ names: [...new Set(unreached.map(({ name }) => name))] })}</p>
      {last && <p>{t.lastInvited({ day: <Time at={last} style="date" /> })}</p>}
      {unreached.some(({ invitedAt }) => mayInvite(invitedAt, now)) && (
        <PostButton action={`/roster/${group.slug}/invitations`} text={t.inviteThem} />
      )}
    </Note>
  )
}

/** Who reads the names of people who were not asked yet, and the button that says otherwise. */
const Unasked = ({ group, unasked: { people, shown } }: Pick<Parameters<typeof EditRosterPage>[0], 'group' | 'unasked'>) =>
  people > 0 && (
    <Note>
      <p>{shown ? t.namesShown({ n: people }) : t.namesHidden({ n: people })}</p>
      <PostButton
        action={`/roster/${group.slug}/unasked`}
        fields={{ shown: shown ? 'off' : 'on' }}
        text={shown ? t.hideNames : t.showNames}
      />
    </Note>
  )

/** Gives, corrects and ends the roles of a group, and calls them. */
export function EditRosterPage(props: {
  group: { slug: string; name: string }
  seats: Seat[]
  /** Terms that begin later. */
  coming: Seat[]
  past: Seat[]
  names: Names
  /** Those of today whom no email reaches. */
  unreached: Awaited<ReturnType<typeof listInvitable>>
  unasked: Awaited<ReturnType<typeof findUnasked>>
  now: Date
}) {
  const { alone, zone } = useReader()
  const { group, seats, coming, past, names, unreached, unasked, now } = props
  return (
    <Titled
      title={t.editRoster}
      meta={group.name !== alone && group.name}
      actions={
        <>
          <Button href={`/roster/${group.slug}/import`}>{t.import}</Button>
          <Button href={`/roster/${group.slug}/handovers`}>{t.handovers}</Button>
        </>
      }
    >
      {unreached.length > 0 && <Unreached {...{ group, unreached, now }} />}
      <Unasked group={group} unasked={unasked} />
      <Section title={t.today}>
        <Things label={t.today} none={<Empty title={t.noRolesYet} />}>
          {inOrder(seats).map((seat) => (
            <TermLine seat={seat} slug={group.slug}>
              <FormFold
                title={
                  <>
                    {seat.toOn ? t.changeLastDay : t.aLastDay}
                    <About>{seat.name}</About>
                  </>
                }
                action={`/roster/${group.slug}/seats/${seat.id}/end`}
                id={`end-${seat.id}`}
                values={{ toOn: seat.toOn ?? '' }}
              >
                <Field name="toOn" type="date" label={t.lastDayOf({ name: seat.name })} short />
                <Submit>{t.save}</Submit>
              </FormFold>
            </TermLine>
          ))}
        </Things>
        {coming.length > 0 && (
          <>
            <h3>{t.coming}</h3>
            <Things label={t.coming}>
              {coming.map((seat) => (
                <TermLine seat={seat} slug={group.slug} />
              ))}
            </Things>
          </>
        )}
        {past.length > 0 && (
          <Fold title={t.pastTerms({ count: past.length })}>
            <Things label={t.pastTerms({ count: past.length })}>
              {past.map((seat) => (
                <TermLine seat={seat} slug={group.slug} />
              ))}
            </Things>
          </Fold>
        )}
      </Section>
      <FormSection title={t.appointPerson} action={`/roster/${group.slug}/seats`} values={{ role: 'member', from: dayIn(now, zone) }}>
        <Field name="email" type="email" label={t.personsEmailAddress} />
        <Field name="name" label={t.theirName} hint={t.nameInvites} maxlength={200} optional />
        <Select name="role" label={t.role} options={roleOptions(names)} />
        <Check name="formal" label={t.formalRoleCharter} hint={t.formalHint} />
        <Field name="from" label={t.from} hint={t.dateLike20260131} short />
        <Field name="to" label={t.to} hint={t.theLastDayAYearOr} short optional />
        <Field name="how" label={t.how} hint={t.electedAppointedByTheCommitteeA} maxlength={200} optional />
        <Submit kind="primary">{t.appointPerson2}</Submit>
      </FormSection>
      <RoleNames group={group} names={names} />
    </Titled>
  )
}
