import * as z from 'zod'
import { visitor } from '../../actor.ts'
import { openToken } from '../../lib/token/open.ts'
import { lines, readForm } from '../../lib/ui/forms.ts'
import { bodyOf, type C, done, idOf, mailed, moderatorAct, onlyPages, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneSaid } from '../../lib/ui/zone-names.ts'
import { getModeratedList } from '../core/queries.ts'
import { answerInvitation, type Invited, invite, withdrawInvitation } from './actions.ts'
import { findInvitation, listInvitations } from './queries.ts'
import { InvitationPage, InvitationsPage } from './views.tsx'
import { invitationWords } from './words.ts'

const t = textsOf('list', 'invitationsPage')

const InviteForm = z.object({ people: lines(20_000), words: lines(1_000).default('') })
const AnswerForm = z.object({ answer: z.enum(['accept', 'decline']).default('accept') })

const listOf = (c: C): string => c.req.param('list') ?? ''

const sayInvited = (c: C, invited: number): string => {
  const said = t.invitationsSent({ invited })
  return invited > 0 ? mailed(c, said) : said
}

async function show(c: C, result?: Invited) {
  const list = await getModeratedList(c.var.db, c.var.actor, listOf(c))
  return c.var.page(
    t.invitationsTo({ title: list.title }),
    <InvitationsPage
      list={list}
      invitations={await listInvitations(c.var.db, list.id)}
      now={c.var.actor.at}
      done={result && { left: result.left, said: sayInvited(c, result.invited) }}
    />,
  )
}

const showAnswer = (c: C, invitation: Awaited<ReturnType<typeof findInvitation>>) =>
  c.var.page(
    invitation?.title ?? invitationWords(c.var.actor.locale).over,
    <InvitationPage invitation={invitation} locale={c.var.actor.locale} now={c.var.actor.at} />,
    { kind: 'bare', status: invitation ? 200 : 404 },
  )

const invitationOf = (c: C) => openToken(c.var.site.secret, 'invitation', c.req.param('token') ?? '', c.var.actor.at)

/** Inviting, and what those who are invited answer. */
export const invitationPages = pages()
  .get('/lists/:list/invitations', (c) => show(c))
  .post('/lists/:list/invitations', moderatorAct('invitePeopleToList', 'Invite people to a list', InviteForm), async (c) => {
    const { db, write, actor, site } = c.var
    await getModeratedList(db, actor, listOf(c))
    return refusable(c, () => show(c)).take(InviteForm, async ({ people, words }) => {
      const result = await write((tx) => invite(tx, actor, listOf(c), { text: people, words, mailDomain: site.mailDomain }))
      return show(c, result)
    })
  })
  .post('/lists/:list/invitations/:invitation/withdraw', moderatorAct('withdrawInvitation', 'Withdraw an invitation'), async (c) => {
    const { write, actor } = c.var
    await write((tx) => withdrawInvitation(tx, actor, listOf(c), idOf(c, 'invitation')))
    return done(c, `/lists/${listOf(c)}/invitations`, t.withdrawn)
  })
  .get('/invitations/:token', async (c) => {
    const id = invitationOf(c)
    return showAnswer(c, id === undefined ? undefined : await findInvitation(c.var.db, id))
  })
  .post('/invitations/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const id = invitationOf(c)
    if (id === undefined) return showAnswer(c, undefined)
    const body = await bodyOf(c)
    const { answer } = readForm(AnswerForm, body)
    const zone = zoneSaid(body.browserZone)
    return showAnswer(
      c,
      await c.var.write((tx) => answerInvitation(tx, visitor(c.var.actor.at, 'web', c.var.actor.locale), id, answer === 'accept', zone)),
    )
  })
