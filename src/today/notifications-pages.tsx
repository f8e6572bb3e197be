import * as z from 'zod'
import type { Actor } from '../actor.ts'
import { listThreadChoices } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { listGroups } from '../groups/queries.ts'
import { type LetterSubject, type LetterWay, letterSubjects, letterWays } from '../letter-subjects.ts'
import { Check, Choices, Form, Select } from '../lib/ui/form.tsx'
import { ifSent, line, readForm, tick, whole } from '../lib/ui/forms.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { dotted, Listing, Thing, Things } from '../lib/ui/lists.tsx'
import { Fold, FormSection, PostButton, Section, Submit } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import type { SettingsPart } from '../lib/ui/variables.ts'
import { act, bodyOf, type C, done, doneIf, idOf, ownPath, pages, refusable, toSettings } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneCity } from '../lib/ui/zone-cities.ts'
import { listLists } from '../list/queries.ts'
import { chooseWay, chooseWeek, mute } from '../outbox/actions.ts'
import { findWeekChoice, listMuted, listWays } from '../outbox/queries.ts'
import { groupsOf, isHerself, mayHear } from '../policy.ts'
import { setFollowing } from '../requests/actions.ts'
import { listFollowed } from '../requests/queries.ts'

const t = textsOf('today', 'notifications')
const settings = textsOf('people', 'settings').names

/** Subjects of which somebody may choose how they get them, in the order of the page. */
const chosen = (Object.keys(letterSubjects) as LetterSubject[]).filter((subject) => letterSubjects[subject].length > 1)

const WeekForm = z.object({ wanted: ifSent(tick()), weekday: whole(), hour: whole() })
const WaysForm = z.object(Object.fromEntries(chosen.map((subject) => [subject, ifSent(z.enum(letterWays))])))
const MuteForm = z.object({ muted: z.enum(['yes', 'no']), next: line(1_000).optional() })

/** Which letters somebody gets, and how: the week's letter, each kind, and what they hear nothing of. */
export const notificationPages = pages()
  .get('/me/notifications', toSettings('notifications'))
  .post('/me/notifications/week', act('will', 'setWeekLetter', 'Choose when the weekly email comes', WeekForm), (c) =>
    refusable(c, () => c.var.settings()).take(WeekForm, async (week) => {
      const changed = await c.var.write((tx) => chooseWeek(tx, c.var.actor, week))
      return doneIf(c, changed, '/me#notifications', t.saved)
    }),
  )
  .post('/me/notifications', act('will', 'setMyNotifications', 'Choose how I get emails', WaysForm), async (c) => {
    const actor = self(c.var.actor)
    const ways = readForm(WaysForm, await bodyOf(c))
    const changed = await c.var.write(async (tx) => {
      const others: LetterSubject[] = []
      for (const subject of chosen) {
        const way = ways[subject]
        if (way !== undefined && (await chooseWay(tx, actor, c.var.gathered.letters, subject, way))) others.push(subject)
      }
      return others.length > 0
    })
    return doneIf(c, changed, '/me#notifications', t.saved)
  })
  .post('/me/notifications/groups/:group', act('will', 'muteGroup', 'Mute or unmute a group', MuteForm), async (c) => {
    const { db, write } = c.var
    const actor = self(c.var.actor)
    const group = idOf(c, 'group')
    const known = (await groupsNear(c)).some(({ id }) => id === group) || (await listMuted(db, actor.personId)).includes(`group:${group}`)
    if (!known) throw new NotFound(refusals.noSuchGroup)
    const { muted, next } = readForm(MuteForm, await bodyOf(c), actor.locale)
    await write((tx) => mute(tx, actor, `group:${group}`, muted === 'yes'))
    return done(c, ownPath(next, '/me#notifications'), muted === 'yes' ? t.nowMuted : t.nowUnmuted)
  })
  .post('/me/notifications/requests/:request', act('will', 'unfollowRequest', 'Stop following a request'), async (c) => {
    const actor = self(c.var.actor)
    const request = idOf(c, 'request')
    if (!(await listFollowed(c.var.db, actor)).some(({ id }) => id === request)) throw new NotFound(refusals.thereIsNoSuchPage)
    await c.var.write((tx) => setFollowing(tx, actor, request, false))
    return done(c, '/me#notifications', t.saved)
  })

/** Somebody as themselves: to all others there is no such page. */
function self(actor: Actor): Actor & { personId: number } {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return actor
}

/** The groups that somebody is in, or whose lists they are on. */
async function groupsNear({ var: { db, actor } }: C): Promise<{ id: number; name: string }[]> {
  const lists = await listLists(db, actor)
  const ids = new Set([...groupsOf(actor), ...lists.filter(({ subscribed }) => subscribed).map(({ groupId }) => groupId)])
  return (await listGroups(db)).filter(({ id }) => ids.has(id))
}

/** The way in which letters about a subject come: as they chose for its kinds, else the usual one. */
const wayOf = (kinds: Readonly<Record<string, LetterSubject>>, ways: ReadonlyMap<string, LetterWay>, subject: LetterSubject): LetterWay =>
  Object.entries(kinds).flatMap(([kind, of]) => (of === subject ? (ways.get(kind) ?? []) : []))[0] ?? letterSubjects[subject][0]

/** The days of the week by their names, from Monday. */
const dayNames = (locale: string): string[] => {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, at) => format.format(new Date(Date.UTC(2024, 0, 1 + at))))
}

const hourNames = (locale: string): string[] => {
  const format = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' })
  return Array.from({ length: 24 }, (_, hour) => format.format(new Date(Date.UTC(2024, 0, 1, hour))))
}

async function show(c: C) {
  const { db, gathered } = c.var
  const actor = self(c.var.actor)
  const { personId, locale } = actor
  const [week, ways, muted, groups, followed, threads] = await Promise.all([
    findWeekChoice(db, personId),
    listWays(db, personId),
    listMuted(db, personId),
    groupsNear(c),
    listFollowed(db, actor),
    listThreadChoices(db, actor),
  ])
  const shown = chosen.filter((subject) => mayHear(actor, subject) && Object.values(gathered.letters).includes(subject))
  const to = (part: 'lists' | 'results') => <a href={`#${part}`}>{settings[part]}</a>
  const atOnce = shown.filter((one) => wayOf(gathered.letters, ways, one) === 'now').length
  const off = groups.filter(({ id }) => muted.includes(`group:${id}`)).length
  const now = dotted([
    week.wanted
      ? t.weekOn({ day: dayNames(locale)[week.weekday - 1] ?? '', hour: hourNames(locale)[week.hour] ?? '', zone: zoneCity(actor.zone) })
      : t.noWeek,
    atOnce > 0 && t.atOnce({ n: atOnce }),
    off > 0 && t.mutedNow({ n: off }),
  ])
  const content = (
    <>
      <p class="soft">{t.elsewhere({ lists: to('lists'), results: to('results') })}</p>
      <FormSection
        within
        title={t.week}
        action="/me/notifications/week"
        id="week"
        values={{ wanted: week.wanted ? 'on' : '', weekday: String(week.weekday), hour: String(week.hour) }}
      >
        <Check name="wanted" label={t.wanted} hint={t.wantedHint} />
        <div class="fields">
          <Select
            name="weekday"
            label={t.weekday}
            empty={false}
            options={dayNames(locale).map((label, at) => ({ value: String(at + 1), label }))}
          />
          <Select
            name="hour"
            label={t.hour({ zone: zoneCity(actor.zone) })}
            empty={false}
            options={hourNames(locale).map((label, hour) => ({ value: String(hour), label }))}
          />
        </div>
        <Submit kind="primary">{t.saveWeek}</Submit>
      </FormSection>
      <Section within title={t.kinds}>
        <p class="soft">{t.kindsLead}</p>
        <Form
          action="/me/notifications"
          id="ways"
          values={Object.fromEntries(shown.map((one) => [one, wayOf(gathered.letters, ways, one)]))}
        >
          <div class="lined">
            {shown.map((subject) => (
              <Choices
                name={subject}
                label={t.subjects[subject as keyof typeof t.subjects]}
                hint={t.means[subject as keyof typeof t.means]}
                beside
                options={letterWays
                  .filter((way) => (letterSubjects[subject] as readonly LetterWay[]).includes(way))
                  .map((way) => ({ value: way, label: t.ways[way] }))}
              />
            ))}
          </div>
          <Submit kind="primary">{t.save}</Submit>
        </Form>
        <p class="soft">{t.always}</p>
      </Section>
      <Section within title={t.groups}>
        <p class="soft">{t.groupsLead}</p>
        <Things label={t.groups}>
          {groups.map(({ id, name }) => {
            const off = muted.includes(`group:${id}`)
            return (
              <Thing
                title={name}
                meta={off ? t.isMuted : undefined}
                act={
                  <PostButton
                    action={`/me/notifications/groups/${id}`}
                    fields={{ muted: off ? 'no' : 'yes' }}
                    label={`${off ? t.unmute : t.mute}: ${name}`}
                  >
                    {off ? t.unmute : t.mute}
                  </PostButton>
                }
              />
            )
          })}
        </Things>
      </Section>
      <Listing within title={t.threads} of={threads} none={null}>
        {({ root, subject, list, choice }) => (
          <Thing
            title={hideAddresses(subject)}
            href={threadPath(list, root)}
            meta={choice === 'follow' ? t.threadFollowed : t.threadMuted}
            act={
              <PostButton
                action={`${threadPath(list, root)}/choose`}
                fields={{ choice: 'none' }}
                label={`${t.asTheList}: ${hideAddresses(subject)}`}
              >
                {t.asTheList}
              </PostButton>
            }
          />
        )}
      </Listing>
      {followed.length > 0 && (
        <Fold title={t.followed({ n: followed.length })}>
          <Things label={t.followed({ n: followed.length })}>
            {followed.map(({ id, title }) => (
              <Thing
                title={title}
                href={`/requests/${id}`}
                act={<PostButton action={`/me/notifications/requests/${id}`} label={`${t.unfollow}: ${title}`} text={t.unfollow} />}
              />
            ))}
          </Things>
        </Fold>
      )}
    </>
  )
  return { now, content }
}

/** Which letters somebody gets, among their settings. */
export const notificationSettings: SettingsPart = { name: 'notifications', show }
