import * as z from 'zod'
import { Invalid, NotFound } from '../errors.ts'
import { findAsked } from '../groups/queries.ts'
import { renderPdf } from '../lib/print/pdf.ts'
import { sendFile } from '../lib/ui/download.ts'
import { locales } from '../lib/ui/format.ts'
import { line, lines, type Typed, whole } from '../lib/ui/forms.ts'
import { act, type C, done, idOf, inWords, pageOf, pages, refusable, yearIn } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { changeTalk, proposeTalk } from './actions.ts'
import { TalkTools } from './desk-views.tsx'
import { talksFeed } from './feed.ts'
import { certificateOf } from './mails.ts'
import { showWords } from './page-words.ts'
import {
  findSpeaker,
  getKeptTalk,
  getSource,
  getTalk,
  listChapters,
  listFeedTalks,
  listTalkFiles,
  listTalkGroups,
  listTalks,
  listTalkYears,
  type SpeakerRow,
  type Talk,
  type TalkView,
  talkViews,
} from './queries.ts'
import { listSessions } from './sessions-queries.ts'
import { TalkPage } from './talk-views.tsx'
import { TalksPage } from './views.tsx'
import { TalkFormPage } from './writing-views.tsx'

const t = textsOf('talks', 'pagesPage')
const writing = textsOf('talks', 'writingViews')

const facts = {
  title: line(200),
  abstract: lines(5_000),
  minutes: z.coerce.number().int().min(5).max(240),
  language: z.enum(locales),
  visibility: z.enum(['public', 'subscribers', 'group']),
}
export const ProposeForm = z.object({ ...facts, group: line(60), message: whole().optional() })
const ChangeForm = z.object(facts)

/** The talk that an address speaks of. */
export const slugOf = (c: C): string => c.req.param('talk') ?? ''

const feedLink = <link rel="alternate" type="application/atom+xml" title="Show and Tell" href="/show-and-tell/feed.atom" />

async function showTalks(c: C) {
  const { db, actor } = c.var
  const asked = talkViews.find((one) => one === c.req.query('view'))
  const page = pageOf(c)
  const year = yearIn(c)
  const words = (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
  const groups = await listTalkGroups(db, actor)
  const group = await findAsked(db, c.req.query('group'))
  const list = async (view: TalkView) => ({ view, found: await listTalks(db, actor, { view, page, year, words, groupId: group?.id }) })
  // What comes next is first, where something comes; only what was given has a year.
  const coming = asked || year ? undefined : await list('coming')
  const { view, found } = coming?.found.total ? coming : await list(asked ?? 'given')
  return c.var.page(
    showWords(actor.locale).name,
    <TalksPage
      found={found}
      group={group}
      view={view}
      page={page}
      words={words}
      year={year}
      years={await listTalkYears(db, actor)}
      sessions={await listSessions(db, actor)}
      inside={groups.some(({ mayArrange }) => mayArrange) || actor.grants.some(({ groupId }) => groupId !== null && !actor.vendorSide)}
      mayArrange={groups.some(({ mayArrange }) => mayArrange)}
      mayPropose={groups.some(({ mayPropose }) => mayPropose)}
      signedIn={actor.personId !== null}
    />,
    { head: feedLink },
  )
}

/** Only for who is on a list of a group, or in one: to others there is no such page. */
async function proposable(c: C) {
  const groups = (await listTalkGroups(c.var.db, c.var.actor)).filter(({ mayPropose }) => mayPropose)
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return groups
}

async function showForm(c: C, { talk, values }: { talk?: Talk; values?: Typed } = {}) {
  const groups = talk ? [] : await proposable(c)
  const message = Number(c.req.query('message') ?? c.var.refused?.typed.message) || undefined
  return c.var.page(
    talk ? writing.change({ title: talk.title }) : t.proposeATalk,
    <TalkFormPage groups={groups} message={message} {...(talk ? { talk } : {})} {...(values ? { values } : {})} />,
  )
}

/** The certificate of who spoke, on paper. */
export function sendCertificate(c: C, row: SpeakerRow & { givenOn: string }): Response {
  const page = `${c.var.site.baseUrl}/show-and-tell/${row.slug}`
  const pdf = renderPdf(certificateOf(row.locale ?? row.language, { ...row, session: row.meetingTitle ?? '', page }))
  return sendFile(c, { name: `${row.slug}-certificate.pdf`, type: 'application/pdf', size: pdf.length }, pdf)
}

/** A talk that somebody proposes. */
export const proposeTalkForm = inWords(act('will', 'submitTalk', 'Propose a talk', ProposeForm))

/** Show and Tell for everybody, and where a talk is proposed. */
export const talkPages = pages()
  .get('/show-and-tell', (c) => showTalks(c))
  .get('/show-and-tell/feed.atom', async (c) => {
    const talks = await listFeedTalks(c.var.db)
    return c.body(talksFeed(talks, { baseUrl: c.var.site.baseUrl, title: t.showAndTell }), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      // A recording whose consent is taken back is off at once: nobody keeps this answer.
      'cache-control': 'no-cache',
    })
  })
  .get('/show-and-tell/propose', async (c) => {
    await proposable(c)
    const id = Number(c.req.query('message')) || 0
    // What a message was about is what it would be told of.
    const source = id > 0 ? await getSource(c.var.db, c.var.actor, id) : undefined
    return showForm(c, source ? { values: { title: source.title } } : {})
  })
  .post('/show-and-tell', proposeTalkForm, async (c) => {
    const groups = await proposable(c)
    return refusable(c, () => showForm(c)).take(ProposeForm, async ({ group: slug, message, ...talk }) => {
      const group = groups.find((one) => one.slug === slug)
      if (!group) throw new Invalid(refusals.pleaseLookAgain, { group: refusals.chooseOneOfThoseThatAre })
      const made = await c.var.write((tx) => proposeTalk(tx, c.var.actor, group.id, talk, message))
      return done(c, `/show-and-tell/${made}`, t.proposedTheGroupDecidesAndYou, made)
    })
  })
  .get('/show-and-tell/:talk', async (c) => {
    const { db, actor } = c.var
    const talk = await getTalk(db, actor, slugOf(c))
    return c.var.page(
      talk.title,
      <TalkPage
        talk={talk}
        chapters={await listChapters(db, talk.id)}
        files={await listTalkFiles(db, talk)}
        tools={talk.mayArrange || talk.mine ? <TalkTools talk={talk} today={todayOf(c.var.actor)} /> : undefined}
      />,
      { head: feedLink },
    )
  })
  .get('/show-and-tell/:talk/edit', async (c) => showForm(c, { talk: await getKeptTalk(c.var.db, c.var.actor, slugOf(c)) }))
  .post('/show-and-tell/:talk', act('will', 'editTalk', 'Edit a talk', ChangeForm), async (c) => {
    const { db, write, actor } = c.var
    const talk = await getKeptTalk(db, actor, slugOf(c))
    return refusable(c, () => showForm(c, { talk })).take(ChangeForm, async (change) => {
      await write((tx) => changeTalk(tx, actor, talk.slug, change))
      return done(c, `/show-and-tell/${talk.slug}`, t.saved)
    })
  })
  .get('/show-and-tell/:talk/certificate/:speaker', async (c) => {
    const { db, actor } = c.var
    const talk = await getKeptTalk(db, actor, slugOf(c))
    const speakerId = idOf(c, 'speaker')
    const mine = talk.own?.id === speakerId
    const row = talk.speakers.some(({ id }) => id === speakerId) ? await findSpeaker(db, speakerId) : undefined
    if (!row || row.givenOn === null || !(mine || talk.mayArrange)) throw new NotFound(t.certificateNotFound)
    return sendCertificate(c, { ...row, givenOn: row.givenOn })
  })
