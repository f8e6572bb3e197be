import { NotFound } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { sendCalendar } from '../lib/ui/download.ts'
import { inLanguage } from '../lib/ui/language.ts'
import { Button, Note, PostButton, Raw, Titled } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import type { SettingsPart } from '../lib/ui/variables.ts'
import { act, done, onlyPages, pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { makeAddress, noteRead, revokeAddress } from './calendar-actions.ts'
import { findAddress, findOwner, writeOwnCalendar } from './calendar-queries.ts'

const t = textsOf('today', 'calendar')

const day = 86_400_000

/** A person's own calendar, for the programs that they give its address to. */
export const calendarPages = pages()
  .get('/calendar/:token', async (c) => {
    const { db, write, site, gathered } = c.var
    const { at } = c.var.actor
    const owner = await findOwner(db, c.req.param('token').replace(/\.ics$/, ''))
    const actor = owner && (await loadActor(db, owner.personId, at, 'api'))
    if (!owner || !actor) throw new NotFound(t.notFound)
    if (owner.usedAt === null || at.getTime() - owner.usedAt.getTime() > day) await write((tx) => noteRead(tx, owner.id, at))
    const self = { ...actor, personId: owner.personId }
    const text = await inLanguage(actor.locale, () => writeOwnCalendar(db, site, gathered.waiting, self))
    return sendCalendar(c, text, 'calendar')
  })
  .post('/me/calendar', onlyPages('person', 'The address is shown once, to a person.'), async (c) => {
    const { write, actor, site } = c.var
    const token = await write((tx) => makeAddress(tx, actor))
    // Shown by this answer alone, and kept by no cache.
    c.header('cache-control', 'no-store')
    return c.var.page(
      t.address,
      <Titled title={t.address}>
        <Note>{t.shownOnce}</Note>
        <Raw label={t.address}>{`${site.baseUrl}/calendar/${token}.ics`}</Raw>
        <p class="row">
          <Button href="/me#calendar">{t.back}</Button>
        </p>
      </Titled>,
    )
  })
  .post('/me/calendar/revoke', act('person', 'Revoke the address of my calendar'), async (c) => {
    await c.var.write((tx) => revokeAddress(tx, c.var.actor))
    return done(c, '/me#calendar', t.revoked)
  })

/** The address of somebody's calendar, among their settings. */
export const calendarSettings: SettingsPart = {
  name: 'calendar',
  show: async (c) => {
    const { db, actor } = c.var
    const address = isHerself(actor) ? await findAddress(db, actor.personId) : undefined
    const content = (
      <>
        {address && (
          <p>
            {t.has({ day: <Time at={address.createdAt} style="date" /> })}{' '}
            <span class="meta">{address.usedAt ? t.read({ day: <Time at={address.usedAt} style="date" /> }) : t.neverRead}</span>
          </p>
        )}
        <div class="row">
          <PostButton action="/me/calendar">{address ? t.makeNew : t.make}</PostButton>
          {address && <PostButton action="/me/calendar/revoke" kind="quiet" text={t.revoke} />}
        </div>
      </>
    )
    return { now: address ? t.has({ day: <Time at={address.createdAt} style="date" /> }) : t.none, content }
  },
}
