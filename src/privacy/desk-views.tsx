import { Field, Form, TextArea } from '../lib/ui/form.tsx'
import { formatNumber, languageName, locales } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { languageNow } from '../lib/ui/language.ts'
import { dotted, Listing, Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Buttons, Empty, FormFold, FormSection, Section, State, Submit, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { Setting, Settings } from '../lib/ui/settings.tsx'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { listErasureRequests, listErasures } from './erasure-queries.ts'
import type { getNotice, listNotices } from './notice-queries.ts'
import type { listRetention } from './retention-queries.ts'
import { kindWords } from './retention-rules.ts'

const t = textsOf('privacy', 'views')

type Notice = Awaited<ReturnType<typeof getNotice>>

interface DeskProps {
  requests: Awaited<ReturnType<typeof listErasureRequests>>
  erasures: Awaited<ReturnType<typeof listErasures>>
  retention: Awaited<ReturnType<typeof listRetention>>
  notices: Awaited<ReturnType<typeof listNotices>>
  notice: Notice
  self: number | null
}

const erasureWords = t.erasureWords

/** How long what is kept: a line for each kind, which says for how long, and of how much the night brings the end. */
const Retention = ({ retention }: Pick<DeskProps, 'retention'>) => (
  <FormSection
    keeps
    title={t.howLongKeepData}
    aside={t.appliedEveryNightRecorded}
    action="/admin/retention"
    id="retention"
    values={Object.fromEntries(retention.map(({ key, days }) => [key, days === null ? '' : String(days)]))}
  >
    <Settings>
      {retention.map(({ key, least, days, due }) => {
        const { title, what } = kindWords[key]
        const now = dotted([days === null ? t.keptForEver : t.keptFor({ days }), days !== null && t.dueTonight({ due })])
        return (
          <Setting id={`keep-${key}`} title={title} now={now} within>
            <Field
              name={key}
              label={t.days({ title })}
              hint={t.atLeastDaysEmptyIsFor({ what, least })}
              inputmode="numeric"
              short
              optional
            />
            <Submit kind="primary">{t.save}</Submit>
          </Setting>
        )
      })}
    </Settings>
  </FormSection>
)

/** The desk of those who answer for the data: requests to be erased, what was taken out, how long things are kept, the notice. */
export const DeskPage = ({ requests, erasures, retention, notices, notice, self }: DeskProps) => (
  <Titled title={t.privacy} lead={t.whoAsksUsEraseData}>
    <Listing title={t.peopleWhoAskUsErase} none={<Empty title={t.nobodyWaits} />}>
      {requests.map((one) => (
        <Thing
          title={one.name}
          meta={dotted([
            t.askedOn({ time: <Time at={one.askedAt} style="date" /> }),
            t.scopes[one.scope],
            t.messages({ count: one.messages }),
            one.offices > 0 && t.hasRole,
          ])}
        >
          {one.note && <p>{one.note}</p>}
          {one.personId === self ? (
            <p class="meta">{t.anotherAdministratorMust}</p>
          ) : (
            <Form action={`/admin/erasures/${one.id}`} id={`erasure-${one.id}`} label={t.decideAbout({ name: one.name })}>
              <TextArea name="reason" label={t.reasonPersonIfReject} rows={2} optional />
              <Buttons name="decision" values={{ erase: t.eraseForGood, refuse: t.refuse }} kinds={{ erase: 'danger' }} />
            </Form>
          )}
        </Thing>
      ))}
    </Listing>
    <Retention retention={retention} />
    <Section title={t.deletedData}>
      <Table
        caption={t.erasures}
        columns={[{ label: t.when }, { label: t.what }, { label: t.where }, { label: t.by }, { label: t.why }]}
        rows={erasures.map((one) => [
          <Time at={one.at} style="date" />,
          erasureWords[one.kind],
          one.list ?? t.everywhere,
          one.by ?? '',
          sayKept(one.reason),
        ])}
        none={<Empty title={t.nothingYet} />}
      />
      <Toolbar>
        <a href="/admin/privacy/erasures.ledger">{t.downloadListOfDeletions}</a>
        <span class="meta">{t.keepItApartFromTheBackups}</span>
      </Toolbar>
    </Section>
    <Section title={t.theNotice}>
      <Things label={t.versions}>
        {notices.map((one) => (
          <Thing
            title={t.version({ version: one.version })}
            href={`/privacy?version=${one.version}`}
            meta={t.sinceAgreed({
              time: <Time at={one.fromAt} style="date" />,
              agreed: formatNumber(languageNow(), Number(one.agreed ?? 0)),
            })}
            act={one.version === notice.version && <State mood="good">{t.holdsToday}</State>}
          />
        ))}
      </Things>
      <FormFold title={t.newVersion} action="/admin/notices" id="notice" values={notice.wording}>
        {locales.map((locale) => (
          <TextArea name={locale} label={languageName(locale)} lang={locale} optional={locale !== 'en'} rows={6} />
        ))}
        <Submit kind="primary">{t.publishVersion}</Submit>
      </FormFold>
    </Section>
  </Titled>
)
