import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { Check, Form, Hidden } from '../../lib/ui/form.tsx'
import { line, readForm, tick } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { PostButton, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import type { SettingsPart } from '../../lib/ui/variables.ts'
import { act, bodyOf, done, idOf, onlyPages, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { listSessions } from '../../people/queries.ts'
import { describeDevice } from '../../people/rules.ts'
import { isHerself } from '../../policy.ts'
import { addDevice, checkDevice, openPush, removeDevice } from './actions.ts'
import { findSiteKey, isPushOpen, listDevices } from './queries.ts'

const t = textsOf('today', 'push')

const DeviceForm = z.object({ endpoint: line(1_000).min(1), p256dh: line(100), auth: line(40) })
const OpenForm = z.object({ opened: tick() })

/** Devices that are told what is due, and whether this site tells any. */
export const pushPages = pages()
  .post('/me/push', onlyPages('person', 'Only a browser can add itself.'), async (c) => {
    const { db, write, actor, site, sessionId, resolver, config } = c.var
    if (!isHerself(actor) || sessionId === undefined || !(await isPushOpen(db))) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => c.var.settings(), 'push').take(DeviceForm, async (subscription) => {
      await checkDevice(subscription, { resolver, allowed: config.webhookNetworks })
      const name = describeDevice(c.req.header('user-agent') ?? null)
      await write((tx) => addDevice(tx, actor, site.secret, { subscription, name, sessionId }))
      return done(c, '/me#push', t.added)
    })
  })
  .post('/me/push/:device/remove', act('person', 'Stop notifications on a device'), async (c) => {
    await c.var.write((tx) => removeDevice(tx, c.var.actor, idOf(c, 'device')))
    return done(c, '/me#push', t.removed)
  })
  .get('/admin/push', async (c) => {
    onlyAdministrators(c.var.actor)
    const opened = await isPushOpen(c.var.db)
    return c.var.page(
      t.title,
      <Titled title={t.title} lead={t.lead}>
        <Form keeps action="/admin/push" values={{ opened: opened ? 'on' : '' }}>
          <Check name="opened" label={t.open} hint={t.openHint} />
          <Submit kind="primary">{t.save}</Submit>
        </Form>
      </Titled>,
    )
  })
  .post('/admin/push', act('person', 'Let devices get notifications', OpenForm, { scope: 'admin' }), async (c) => {
    onlyAdministrators(c.var.actor)
    const { write, actor, site } = c.var
    const { opened } = readForm(OpenForm, await bodyOf(c), actor.locale)
    await write((tx) => openPush(tx, actor, site.secret, opened))
    return done(c, '/admin/push', t.saved)
  })

/** The devices of somebody, among their settings. */
export const pushSettings: SettingsPart = {
  name: 'push',
  show: async (c) => {
    const { db, actor, site, sessionId } = c.var
    const key = await findSiteKey(db, site.secret)
    if (!key || !isHerself(actor)) return { now: t.unavailable, content: <p class="soft">{t.closed}</p> }
    const signedIn = new Set((await listSessions(db, actor.personId, actor.at)).map(({ id }) => id))
    const devices = (await listDevices(db, actor.personId)).filter((one) => signedIn.has(one.sessionId))
    const content = (
      <>
        <Things label={t.devices}>
          {devices.map((one) => (
            <Thing
              title={one.name}
              meta={
                <>
                  {one.sessionId === sessionId && (
                    <>
                      <State mood="good">{t.thisOne}</State>{' '}
                    </>
                  )}
                  {t.since({ day: <Time at={one.madeAt} style="date" /> })}
                  {' · '}
                  {one.toldAt ? t.told({ time: <Time at={one.toldAt} /> }) : t.neverTold}
                </>
              }
              act={<PostButton action={`/me/push/${one.id}/remove`} label={`${t.remove}: ${one.name}`} text={t.remove} />}
            />
          ))}
        </Things>
        {c.var.refused?.form === 'push' && (
          <p class="error" role="alert">
            {Object.values(c.var.refused.fields)[0]}
          </p>
        )}
        {!devices.some((one) => one.sessionId === sessionId) && <AddDevice siteKey={key.publicKey} />}
      </>
    )
    return { now: t.count({ n: devices.length }), content }
  },
}

/** What a browser adds itself by, where it can. */
const AddDevice = ({ siteKey }: { siteKey: string }) => (
  <>
    <form method="post" action="/me/push" class="stack" data-push={siteKey} data-worker="/assets/push-worker.js" hidden>
      <Hidden name="endpoint" value="" />
      <Hidden name="p256dh" value="" />
      <Hidden name="auth" value="" />
      <div class="row">
        <button type="button" class="button">
          {t.add}
        </button>
      </div>
      <p class="error" role="alert" data-when="denied" hidden>
        {t.refusedByBrowser}
      </p>
      <p class="error" role="alert" data-when="failed" hidden>
        {t.notRegistered}
      </p>
    </form>
    <p class="meta" data-push-none>
      {t.browserCannot}
    </p>
    <p class="meta">{t.iphone}</p>
    <script type="module" src={assetPath('push.js')} />
  </>
)
