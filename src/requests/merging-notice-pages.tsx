import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { openToken } from '../lib/token/open.ts'
import { formatDay } from '../lib/ui/format.ts'
import { readForm } from '../lib/ui/forms.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Facts, PostButton, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { bodyOf, type C, done, onlyPages, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { sidesFor } from './asked-queries.ts'
import { listReadable } from './core/queries.ts'
import { decideParties } from './merging-parties-actions.ts'
import { findNotice, listNoticesOf, pictureMerge } from './merging-queries.ts'
import { MergePicture, type Picture, SideText } from './merging-sides.tsx'

const words = textsOf('requests', 'letters').pages

type Notice = NonNullable<Awaited<ReturnType<typeof findNotice>>>
type Own = Awaited<ReturnType<typeof listNoticesOf>>[number]

const DecideForm = z.object({ stays: z.enum(['yes', 'no']), part: z.coerce.number().int().optional() })

interface PartyProps {
  notice: Notice
  /** All that is this person's in the proposal. */
  own: Own[]
  picture: Picture
  readable: number[]
  token: string
}

/** What is the reader's, each with where it counts and a button. */
function Parts({ notice, own, token }: PartyProps) {
  const named = ({ organisation, case: title }: Own) =>
    organisation ? words.partSupport({ institution: organisation }) : words.partCase({ title: title ?? '' })
  if (own.length === 1) return <Facts items={own.map((one) => ({ term: words.yours, value: named(one) }))} />
  return (
    <Things label={words.yours}>
      {own.map((one) => (
        <Thing
          title={named(one)}
          meta={one.stays ? words.staysNow({ id: notice.sourceId }) : words.goesNow({ id: notice.targetId })}
          act={
            notice.state === 'open' && (
              <PostButton
                action={`/merge/${token}`}
                fields={{ stays: one.stays ? 'no' : 'yes', part: String(one.id) }}
                label={named(one)}
                text={one.stays ? words.go({ id: notice.targetId }) : words.stay({ id: notice.sourceId })}
              />
            )
          }
        />
      ))}
    </Things>
  )
}

/** One button for all of it, and both sides as they are. */
function All({ notice, own, picture, token }: PartyProps) {
  const { locale } = useReader()
  const stay = own.every(({ stays }) => stays)
  const [from, into] = [{ id: notice.sourceId }, { id: notice.targetId }]
  const [keep, go] = own.length === 1 ? [words.stay(from), words.go(into)] : [words.stayAll(from), words.goAll(into)]
  return (
    <>
      <p>
        {own.length === 1 && `${stay ? words.staysNow(from) : words.goesNow(into)} `}
        {words.until({ day: formatDay({ locale }, notice.decideOn, 'date') })}
      </p>
      <PostButton kind="primary" action={`/merge/${token}`} fields={{ stays: stay ? 'no' : 'yes' }} text={stay ? go : keep} />
      <MergePicture picture={picture} />
    </>
  )
}

/** The page behind the link in a mail: all that is the reader's, in their language. Opening it changes nothing. */
function PartyPage(props: PartyProps) {
  const { notice, readable } = props
  return (
    <Titled
      title={words.mergeTitle({ source: notice.source, target: notice.target })}
      lead={words.mergeLead({ from: notice.sourceId, into: notice.targetId })}
    >
      <Parts {...props} />
      {notice.state === 'open' ? <All {...props} /> : <p>{words.decided}</p>}
      <div class="side-by-side">
        <SideText id={notice.sourceId} title={notice.source} text={notice.sourceText} readable={readable.includes(notice.sourceId)} />
        <SideText id={notice.targetId} title={notice.target} text={notice.targetText} readable={readable.includes(notice.targetId)} />
      </div>
    </Titled>
  )
}

/** A notice by the link in a mail; the page and the button open it alike. */
async function noticeOf(c: C) {
  const id = openToken(c.var.site.secret, 'merge', c.req.param('token') ?? '', c.var.actor.at)
  return { id, notice: id === undefined ? undefined : await findNotice(c.var.db, id) }
}

export const mergeNoticePages = pages()
  .get('/merge/:token', async (c) => {
    const { db, actor } = c.var
    const { notice: found } = await noticeOf(c)
    if (!found) throw new NotFound(refusals.thisLinkIsOutOfDate)
    const notice = await sidesFor(db, found.personId, found, actor.at)
    const [own, picture, readable] = await Promise.all([
      listNoticesOf(db, notice.proposalId, notice.personId),
      pictureMerge(db, notice),
      // The link is a key to the question alone: the requests open for who may read them.
      listReadable(db, actor, [notice.sourceId, notice.targetId]),
    ])
    return c.var.page(
      words.mergeTitle({ source: notice.source, target: notice.target }),
      <PartyPage {...{ notice, own, picture, readable }} token={c.req.param('token')} />,
      { kind: 'bare' },
    )
  })
  .post('/merge/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { id, notice } = await noticeOf(c)
    if (id === undefined || !notice) throw new NotFound(refusals.thisLinkIsOutOfDate)
    const { stays, part } = readForm(DecideForm, await bodyOf(c))
    await c.var.write((tx) => decideParties(tx, c.var.actor.at, 'web', id, stays === 'yes', part))
    return done(c, `/merge/${c.req.param('token')}`, words.thanks)
  })
