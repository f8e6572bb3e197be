import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { ifSent, lines, orEmpty, tick } from '../lib/ui/forms.ts'
import type { SettingsPart } from '../lib/ui/variables.ts'
import { act, doneIf, idOf, pageOf, pages, refusable, toSettings } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself, mayAdminister } from '../policy.ts'
import { roleNames } from './affiliations/rules.ts'
import { changeProfile } from './profiles-actions.ts'
import { getProfile, listPeople } from './profiles-queries.ts'
import { PeoplePage, ProfileForm, ProfilePage } from './profiles-views.tsx'

const t = textsOf('people', 'profiles')

const hour = z.iso.time({ precision: -1 })
const AboutForm = z.object({
  about: orEmpty(lines(2_000)),
  profileShown: ifSent(tick()),
  worksFrom: ifSent(hour),
  worksTo: ifSent(hour),
})

/** What somebody says of themselves, among their settings. */
export const profileSettings: SettingsPart = {
  name: 'profile',
  show: async (c) => {
    const profile = await getProfile(c.var.db, c.var.actor, c.var.actor.personId ?? 0)
    return {
      now: profile.profileShown ? t.everyoneWhoSignedCanSee : t.onlyPeopleWhoManageDirectory,
      content: <ProfileForm profile={profile} />,
    }
  },
}

/** People: the directory for those who keep the register, and each one’s page. */
export const profilePages = pages()
  .get('/people', async (c) => {
    const { db, actor } = c.var
    const query = c.req.query()
    const role = (Object.keys(roleNames) as (keyof typeof roleNames)[]).find((one) => one === query.role)
    const filter = { search: query.q?.trim() || undefined, role, subscribed: query.subscribed === 'on' || undefined }
    const page = pageOf(c)
    return c.var.page(
      t.people,
      <PeoplePage
        {...{ filter, page }}
        found={await listPeople(db, actor, filter, { page })}
        mayAct={mayAdminister(actor) && isHerself(actor)}
      />,
    )
  })
  .get('/people/:person', async (c) => {
    const profile = await getProfile(c.var.db, c.var.actor, idOf(c, 'person'))
    return c.var.page(profile.name, <ProfilePage profile={profile} />)
  })
  .get('/me/profile', toSettings('profile'))
  .post('/me/profile', act('will', 'editMyProfile', 'Edit my profile', AboutForm), async (c) => {
    const { write, actor } = c.var
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => c.var.settings()).take(AboutForm, async (profile) => {
      const changed = await write((tx) => changeProfile(tx, actor, profile))
      return doneIf(c, changed, `/people/${actor.personId}`, t.saved)
    })
  })
