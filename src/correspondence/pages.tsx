import * as z from 'zod'
import { Invalid, missing, NotFound } from '../errors.ts'
import { findDeskHolders } from '../groups/queries.ts'
import { record } from '../journal/actions.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { writeMbox } from '../lib/mail/mbox-write.ts'
import { safeName, sendFile } from '../lib/ui/download.ts'
import { line, mailAddress, orEmpty, orNone, tick, whole } from '../lib/ui/forms.ts'
import { act, type C, done, idOf, pageOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { getDesk, listDesks } from '../list/queries.ts'
import { holdsDesk, mayKeepDesk } from '../policy.ts'
import { todayOf } from '../time.ts'
import { writeFromRole } from './actions.ts'
import { DeskPage, DesksPage } from './desk-views.tsx'
import { changeExchange, passOnKept } from './passing-actions.ts'
import { countExchanges, getExchange, getExchangeMail, listExchanges, readExchangeMails } from './queries.ts'
import { readAbout, states } from './rules.ts'
import { ExchangePage, WritePage } from './views.tsx'

const t = textsOf('correspondence', 'pages')

const text = line(100_000)
const AnswerForm = z.object({ subject: line(300), text, answerExpected: tick(), answerBy: z.iso.date().optional() })
const WriteForm = AnswerForm.extend({ to: mailAddress(), toName: line(200).default('') })
const ChangeForm = z.object({
  state: z.enum(states),
  ownerId: orNone(whole()),
  answerBy: orNone(z.iso.date()),
  about: orEmpty(line(200)),
})

const mailsPerHour = 60
const hour = 3_600
const nameOf = (c: C): string => c.req.param('desk') ?? ''
const pathOf = (c: C): string => `/correspondence/${nameOf(c)}/${idOf(c, 'exchange')}`

async function showExchange(c: C) {
  const { db, actor, site } = c.var
  const desk = await getDesk(db, actor, nameOf(c))
  const exchange = await getExchange(db, desk, idOf(c, 'exchange'))
  return c.var.page(
    exchange.subject,
    <ExchangePage
      {...{ desk, exchange }}
      holders={await findDeskHolders(db, desk, actor.at)}
      mailDomain={site.mailDomain}
      today={todayOf(actor)}
    />,
  )
}

async function showWrite(c: C) {
  const desk = await getDesk(c.var.db, c.var.actor, nameOf(c))
  return c.var.page(t.writeAs({ title: desk.title }), <WritePage desk={desk} mailDomain={c.var.site.mailDomain} />)
}

/** Each mail goes to somebody outside in the group's name: nobody sends hundreds. */
async function takeMailTurn(c: C): Promise<void> {
  if (!(await takeTurn(c.var.db, `office:${c.var.actor.personId}`, mailsPerHour, hour, c.var.actor.at)))
    throw new Invalid(refusals.thatIsALotInAn)
}

/** What comes to the address of a role, and what leaves from it. */
export const correspondencePages = pages()
  .get('/correspondence', async (c) => {
    const { db, actor, site } = c.var
    if (!holdsDesk(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const desks = await listDesks(db, actor)
    const today = todayOf(actor)
    const counted = await Promise.all(desks.map(async (desk) => ({ ...desk, counts: await countExchanges(db, desk.id, today) })))
    const mayOpen = actor.grants.some(({ groupId, communityId }) => mayKeepDesk(actor, { groupId, communityId }))
    return c.var.page(t.correspondence, <DesksPage desks={counted} mayOpen={mayOpen} mailDomain={site.mailDomain} />)
  })
  .get('/correspondence/:desk', async (c) => {
    const { db, actor, site } = c.var
    const desk = await getDesk(db, actor, nameOf(c))
    const query = c.req.query()
    const state = states.find((one) => one === query.state)
    const filter = { state, search: query.q?.trim() || undefined, late: query.late === 'on' || undefined }
    const page = pageOf(c)
    const today = todayOf(actor)
    return c.var.page(
      desk.title,
      <DeskPage
        desk={desk}
        mailDomain={site.mailDomain}
        filter={filter}
        page={page}
        found={await listExchanges(db, actor, desk, filter, { page })}
        counts={await countExchanges(db, desk.id, today)}
        holders={await findDeskHolders(db, desk, actor.at)}
        today={today}
      />,
    )
  })
  .get('/correspondence/:desk/write', (c) => showWrite(c))
  .post('/correspondence/:desk/write', act('will', 'writeFromRole', 'Write from a role', WriteForm), async (c) => {
    const { write, actor, site } = c.var
    await getDesk(c.var.db, actor, nameOf(c))
    return refusable(c, () => showWrite(c)).take(WriteForm, async ({ to, toName, ...mail }) => {
      await takeMailTurn(c)
      const id = await write((tx) => writeFromRole(tx, actor, site, nameOf(c), { to: { name: toName, address: to } }, mail))
      return done(c, `/correspondence/${nameOf(c)}/${id}`, t.emailSent)
    })
  })
  .get('/correspondence/:desk/mbox', async (c) => {
    const { db, write, actor } = c.var
    const desk = await getDesk(db, actor, nameOf(c))
    await write((tx) => record(tx, actor, { action: 'correspondence.exported', subject: `role-address:${desk.id}`, groupId: desk.groupId }))
    return sendFile(c, { name: `${desk.name}.mbox`, type: 'application/mbox' }, writeMbox(readExchangeMails(db, desk.id)))
  })
  .get('/correspondence/:desk/:exchange', (c) => showExchange(c))
  .post(
    '/correspondence/:desk/:exchange',
    act('work', 'assignExchange', 'Set who answers a conversation, and by when', ChangeForm),
    async (c) => {
      const { write, actor } = c.var
      await getDesk(c.var.db, actor, nameOf(c))
      return refusable(c, () => showExchange(c)).take(ChangeForm, async ({ about, ...change }) => {
        const path = about ? readAbout(about) : about
        if (about && path === undefined) throw new Invalid(refusals.pleaseLookAgain, { about: t.pasteTheAddressOfARequest })
        await write((tx) => changeExchange(tx, actor, nameOf(c), idOf(c, 'exchange'), { ...change, about: path }))
        return done(c, pathOf(c), t.saved)
      })
    },
  )
  .post('/correspondence/:desk/:exchange/answer', act('will', 'answerLetter', 'Answer a conversation', AnswerForm), async (c) => {
    const { write, actor, site } = c.var
    await getDesk(c.var.db, actor, nameOf(c))
    return refusable(c, () => showExchange(c)).take(AnswerForm, async (mail) => {
      await takeMailTurn(c)
      await write((tx) => writeFromRole(tx, actor, site, nameOf(c), { exchangeId: idOf(c, 'exchange') }, mail))
      return done(c, pathOf(c), t.answerSent)
    })
  })
  .post(
    '/correspondence/:desk/:exchange/mails/:mail/pass-on',
    act('work', 'passExchangeOn', 'Forward a conversation to the people in the role'),
    async (c) => {
      const { db, write, actor, site } = c.var
      const desk = await getDesk(db, actor, nameOf(c))
      const { raw } = await getExchangeMail(db, desk, idOf(c, 'exchange'), idOf(c, 'mail'))
      await write((tx) => passOnKept(tx, actor, site, nameOf(c), idOf(c, 'exchange'), idOf(c, 'mail'), raw))
      return done(c, pathOf(c), t.passedOn)
    },
  )
  .get('/correspondence/:desk/:exchange/mails/:mail/raw', async (c) => {
    const desk = await getDesk(c.var.db, c.var.actor, nameOf(c))
    const { raw, subject } = await getExchangeMail(c.var.db, desk, idOf(c, 'exchange'), idOf(c, 'mail'))
    return sendFile(c, { name: `${safeName(subject, 'mail')}.eml`, type: 'message/rfc822', size: raw.length }, raw)
  })
  .get('/correspondence/:desk/:exchange/mails/:mail/a/:position', async (c) => {
    const desk = await getDesk(c.var.db, c.var.actor, nameOf(c))
    const { raw } = await getExchangeMail(c.var.db, desk, idOf(c, 'exchange'), idOf(c, 'mail'))
    const position = c.req.param('position')
    const attachment = (await c.var.parse(raw)).attachments[Number(position)] ?? missing(t.attachmentNotFound)
    return sendFile(
      c,
      { name: safeName(attachment.filename, `attachment-${position}`), type: attachment.type, size: attachment.size },
      attachment.content,
    )
  })
