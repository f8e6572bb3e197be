import * as z from 'zod'
import { ifFound } from '../../errors.ts'
import { findAsked } from '../../groups/queries.ts'
import { line, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { groupsOf, mayCollate } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { ledGroup, slugOf } from '../group-pages.tsx'
import { getWorkGroup } from '../queries.ts'
import { markMeeting } from './actions.ts'
import { countPromises, listCrossings, listMoments, listOtherMeetings, listShowing, meetingRhythm, readPublicFigures } from './queries.ts'
import { momentKinds, picture } from './rules.ts'
import { RelationshipPage } from './views.tsx'

const t = textsOf('advocacy', 'relationship')

const MeetingForm = z.object({ group: line(40).optional(), meetingId: whole(), with: z.enum(['yes', 'no']).default('yes') })

async function showRelationship(c: C, slug: string | undefined) {
  const { db, actor } = c.var
  const group = await getWorkGroup(db, actor, slug)
  const page = pageOf(c)
  const kind = momentKinds.find((one) => one === c.req.query('kind'))
  const [crossings, promises, rhythm, found, others] = await Promise.all([
    listCrossings(db, group.id),
    countPromises(db, group.id, actor.at),
    meetingRhythm(db, group.id, actor.at),
    listMoments(db, group.id, actor.at, { page, kind }),
    group.leads ? listOtherMeetings(db, group.id, actor.at) : [],
  ])
  const seen = picture(crossings, todayOf(actor))
  const shown = (await listShowing(db)).some(({ id }) => id === group.id)
  const open = shown ? (await readPublicFigures(db, group.id, actor.at)).seen : undefined
  return c.var.page(
    t.and({ vendor: group.vendor }),
    <RelationshipPage {...{ group, seen, open, promises, rhythm, others, kind, page }} moments={found.moments} pages={found.pages} />,
  )
}

export const relationshipPages = pages()
  .get('/relationship', async (c, next) => {
    const { db, actor } = c.var
    // For everybody else, and for who asks how everybody sees it, there are figures at this address (website/relationship).
    const asked = await ifFound(findAsked(db, c.req.query('group')))
    const inside = (asked ? [asked.id] : groupsOf(actor)).some((id) => mayCollate(actor, id))
    return inside && c.req.query('as') !== 'everybody' ? showRelationship(c, c.req.query('group')) : next()
  })
  .post('/relationship/meetings', act('work', 'recordVendorMeeting', 'Record a meeting with the vendor', MeetingForm), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showRelationship(c, group.slug)).take(MeetingForm, async (form) => {
      await c.var.write((tx) => markMeeting(tx, c.var.actor, group.id, form.meetingId, form.with === 'yes'))
      return done(c, `/relationship?group=${group.slug}`, t.saved)
    })
  })
