import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { locales } from '../../lib/ui/format.ts'
import { ifSent, line, orEmpty, readForm, type Typed, tick } from '../../lib/ui/forms.ts'
import { type MemberWord, memberNouns } from '../../lib/ui/member-word.ts'
import { act, type C, done, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepRegister } from '../../policy.ts'
import { changeUserGroup } from './actions.ts'
import { callAlike, getKept, listKept } from './queries.ts'
import { type TypedWord, whyNotWord, wordOf } from './rules.ts'
import { UserGroupPage, UserGroupsPage, userGroupPath, valuesOf } from './views.tsx'

const t = textsOf('groups', 'userGroups')

const word = () => orEmpty(line(40))
// The compiler knows the languages, and not that each has its three fields.
const ownWords: Record<never, never> = Object.fromEntries(
  locales.flatMap((locale) => ['one', 'many', 'gender'].map((field) => [`${field}_${locale}`, word()])),
)
const SettingsForm = z.object({
  name: ifSent(line(200)),
  noun: z.enum([...memberNouns, 'own']),
  ...ownWords,
  usesDirectories: ifSent(tick()),
  checksStudents: ifSent(tick()),
  do: z.enum(['save', 'preview']).default('save'),
})
type Settings = z.output<typeof SettingsForm>

/** A word as it is typed; what is left out of one's own stays as it is. */
const typedWord = (form: Settings, held: Typed): TypedWord => {
  const said: Record<string, unknown> = { ...held, ...form }
  const typed = (field: string): string => String(said[field] ?? '')
  const own = locales.map((locale) => [
    locale,
    { one: typed(`one_${locale}`), many: typed(`many_${locale}`), gender: typed(`gender_${locale}`) },
  ])
  return { noun: form.noun, own: Object.fromEntries(own) }
}

const slugOf = (c: C): string => c.req.param('userGroup') ?? ''

async function show(c: C, more: { tried?: { values: Typed; word: MemberWord } } = {}) {
  const { db, actor } = c.var
  const group = await getKept(db, actor, slugOf(c))
  return c.var.page(
    t.settingsOf,
    <UserGroupPage
      group={group}
      values={more.tried?.values ?? valuesOf(group)}
      word={more.tried?.word ?? group.word}
      alike={await callAlike(db)}
    />,
  )
}

/** The settings of the user groups: what a member is called, and what fits universities alone. */
export const userGroupPages = pages()
  .get('/user-groups', async (c) => {
    const { db, actor } = c.var
    if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    return c.var.page(t.title, <UserGroupsPage kept={await listKept(db, actor)} />)
  })
  .get('/user-groups/:userGroup', (c) => show(c))
  .post(
    '/user-groups/:userGroup',
    act('work', 'setUserGroupWords', 'Set what a member is called, and what fits universities', SettingsForm),
    async (c) => {
      const held = valuesOf(await getKept(c.var.db, c.var.actor, slugOf(c)))
      return refusable(c, () => show(c)).run(async (body) => {
        const form = readForm(SettingsForm, body)
        const typed = typedWord(form, held)
        if (form.do === 'preview') {
          const problems = whyNotWord(typed)
          if (Object.keys(problems).length > 0) throw new Invalid(refusals.pleaseLookAgain, problems)
          return show(c, { tried: { values: body as Typed, word: wordOf(typed) } })
        }
        const { name, usesDirectories, checksStudents } = form
        const settings = { name, word: typed, usesDirectories, checksStudents }
        await c.var.write((tx) => changeUserGroup(tx, c.var.actor, slugOf(c), settings))
        return done(c, userGroupPath(slugOf(c)), t.saved)
      })
    },
  )
