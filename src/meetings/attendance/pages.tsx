import * as z from 'zod'
import { Invalid } from '../../errors.ts'
import { writeCsv } from '../../lib/sheet/write.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { ifSent, line, lines, orEmpty, orNone, tick, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, pages, refusable, yearIn } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { dayIn } from '../../time.ts'
import { setRule } from './actions.ts'
import { getTable, listNoted, listRules, listYears } from './queries.ts'
import { attendanceWords, regionOf, roleWords } from './rules.ts'
import { AttendanceOverview, kindWords } from './views.tsx'

const t = textsOf('meetings', 'attendance')
const said = textsOf('meetings', 'views')

const RuleForm = z.object({
  of: line(20),
  kind: z.enum(['meeting', 'call', 'conference']),
  formalOnly: ifSent(tick()),
  perYear: orNone(whole()),
  sharePercent: orNone(whole()),
  note: orEmpty(lines(300)),
})

async function show(c: C, of = c.req.query('of')) {
  const { db, actor } = c.var
  const { table, tables } = await getTable(db, actor, of || undefined)
  const years = await listYears(db, table, actor.at)
  const year = yearIn(c)
  return c.var.page(
    t.attendance,
    <AttendanceOverview
      table={table}
      tables={tables}
      years={years}
      year={year}
      rows={await listNoted(db, table, { at: actor.at, year })}
      judgedIn={year ?? actor.at.getUTCFullYear()}
      rules={await listRules(db, table)}
    />,
  )
}

/** Who came, over time and by role. */
export const attendancePages = pages()
  .get('/attendance', (c) => show(c))
  .get('/attendance/export.csv', async (c) => {
    const { db, actor } = c.var
    const { table } = await getTable(db, actor, c.req.query('of') || undefined)
    const rows = await listNoted(db, table, { at: actor.at, year: yearIn(c) })
    const yesNo = (value: boolean | null) => (value === null ? '' : value ? said.yes : said.no)
    const heads = t.columns
    const csv = writeCsv(
      [
        heads.meeting,
        heads.kind,
        heads.day,
        heads.name,
        heads.roles,
        heads.formal,
        heads.region,
        heads.attendance,
        heads.reason,
        heads.accepted,
      ],
      rows.map((row) => [
        row.title,
        kindWords[row.kind],
        dayIn(row.startsAt, row.meetingZone),
        row.name,
        roleWords(row.roles),
        yesNo(row.formal),
        row.zone === null ? '' : regionOf(row.zone),
        row.attendance ? attendanceWords[row.attendance] : '',
        row.reason,
        yesNo(row.reasonAccepted),
      ]),
    )
    return sendFile(c, { name: 'attendance.csv', type: 'text/csv; charset=utf-8' }, Buffer.from(csv))
  })
  .post('/attendance/rules', act('work', 'setAttendanceRules', 'Set how often people are expected to attend', RuleForm), async (c) => {
    const { db, write, actor } = c.var
    const body = await bodyOf(c)
    const of = typeof body.of === 'string' ? body.of : ''
    const { table } = await getTable(db, actor, of)
    return refusable(c, () => show(c, of)).take(RuleForm, async ({ of: _, ...rule }) => {
      const { perYear, sharePercent } = rule
      if (perYear != null && (perYear < 1 || perYear > 60)) throw new Invalid(refusals.lookAgain, { perYear: t.from1To60 })
      if (sharePercent != null && (sharePercent < 1 || sharePercent > 100))
        throw new Invalid(refusals.lookAgain, { sharePercent: t.from1To100 })
      await write((tx) => setRule(tx, actor, table.hosts, rule))
      return done(c, `/attendance?of=${table.key}`, t.noted)
    })
  })
