import { Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, type Mood, Note, Section, State, Titled } from '../../lib/ui/parts.tsx'
import { pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { findSigningKeys } from '../../outbox/queries.ts'
import { linesToPublish } from './dns.ts'
import { type CheckName, checkNames, dnsQuestion, examineSite } from './examine.ts'
import type { Finding } from './finding.ts'
import { findReports } from './queries.ts'
import { Reports } from './reports-views.tsx'

const t = textsOf('operations', 'doctor')

const moods: Record<Finding['level'], Mood> = { ok: 'good', note: 'wait', wrong: 'late' }

/** What was found, as `rapport doctor` says it in English. */
const Findings = ({ findings }: { findings: Finding[] }) => (
  <Section title={t.found} id="found">
    {findings.every(({ level }) => level !== 'wrong') && <Note mood="good">{t.nothingWrong}</Note>}
    <Things label={t.found}>
      {findings.map(({ level, text, todo }) => (
        <Thing title={text} act={<State mood={moods[level]}>{t.levels[level]}</State>}>
          {todo && <p class="meta break">{todo}</p>}
        </Thing>
      ))}
    </Things>
  </Section>
)

const CheckButton = ({ name }: { name: CheckName }) => (
  <Button href={`/admin/doctor?check=${name}#found`} label={t.checkOf({ what: t.names[name] })} text={t.check} />
)

/** What an operator answers for: the DNS records with a check of each, the relay, the machine and the data. */
export const doctorPages = pages().get('/admin/doctor', async (c) => {
  const { db, actor, config, resolver } = c.var
  onlyAdministrators(actor)
  const asked = c.req.query('check')
  const only = asked === 'all' ? checkNames : checkNames.filter((name) => name === asked)
  const [keys, reports, findings] = await Promise.all([
    findSigningKeys(db, config.mailDomain),
    findReports(db, actor.at),
    only.length > 0 ? examineSite({ config, db, resolver, now: actor.at }, only) : undefined,
  ])
  const lines = linesToPublish({ ...dnsQuestion(config, resolver), ...{ mx: config.mx, keys: config.dkim ? keys : undefined } })
  return c.var.page(
    t.title,
    <Titled title={t.title} lead={t.lead} actions={<Button kind="primary" href="/admin/doctor?check=all#found" text={t.checkAll} />}>
      {findings && <Findings findings={findings} />}
      <Section title={t.dns}>
        <p class="soft">{t.dnsLead({ domain: config.mailDomain })}</p>
        <Things label={t.dns}>
          {lines.map(({ record, line }) => (
            <Thing title={t.names[record]} act={<CheckButton name={record === 'ptr' ? 'mx' : record} />}>
              <p class="break meta" dir="ltr">
                <code lang="zxx">{line}</code>
              </p>
            </Thing>
          ))}
        </Things>
      </Section>
      <Reports domain={config.mailDomain} reports={reports} />
      <Listing title={t.machine}>
        {(['relay', 'machine', 'data'] as const).map((name) => (
          <Thing title={t.names[name]} meta={t.about[name]} act={<CheckButton name={name} />} />
        ))}
      </Listing>
    </Titled>,
  )
})
