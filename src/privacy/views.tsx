import type { listLinesOf } from '../journal/queries.ts'
import { Choices, Field, TextArea } from '../lib/ui/fields.tsx'
import { Form } from '../lib/ui/form.tsx'
import { formatDate, formatNumber, locales, plural } from '../lib/ui/format.ts'
import type { Refused } from '../lib/ui/forms.ts'
import { History } from '../lib/ui/history/view.tsx'
import type { Verbs } from '../lib/ui/history/words.ts'
import { Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, PostButton, Section, State, Toolbar, ToSettings } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import type { listActings } from '../people/acting/queries.ts'
import type { findErasureRequest, listErasureRequests, listErasures } from './erasure/queries.ts'
import type { listExports } from './export/queries.ts'
import type { getNotice, listConsents, listNotices } from './notice/queries.ts'
import { wordingIn } from './notice/queries.ts'
import type { listRetention } from './retention/queries.ts'
import { privacyWords } from './words.ts'

type Notice = Awaited<ReturnType<typeof getNotice>>

/** The notice in its version, for everybody. */
export function NoticePage({ notice, current, locale }: { notice: Notice; current: number; locale: string }) {
  const reader = useReader()
  const words = privacyWords(reader.locale).notice
  return (
    <>
      <Heading title={words.title} meta={words.version({ n: notice.version, day: formatDate(reader, notice.fromAt) })} />
      {notice.version !== current && (
        <Note>
          {words.older} <a href="/privacy">{words.today}</a>
        </Note>
      )}
      <div class="prose stack">
        {wordingIn(notice.wording, locale)
          .split(/\n{2,}/)
          .map((paragraph) => (
            <p>{paragraph}</p>
          ))}
      </div>
      {notice.version > 1 && (
        <Toolbar>
          <a href={`/privacy?version=${notice.version - 1}`}>{words.before}</a>
        </Toolbar>
      )}
    </>
  )
}

const exportWords = { waiting: 'being made', ready: 'ready', failed: 'too large to be made here', expired: 'gone' }

interface MineProps {
  exports: Awaited<ReturnType<typeof listExports>>
  request: Awaited<ReturnType<typeof findErasureRequest>>
  notice: Notice
  consents: Awaited<ReturnType<typeof listConsents>>
  lines: Awaited<ReturnType<typeof listLinesOf>>
  verbs: Verbs
  actings: Awaited<ReturnType<typeof listActings>>
  now: Date
  locale: string
  refused?: Refused
}

/** What a person may know and ask about their own data. */
export function MinePage({ exports, request, notice, consents, lines, verbs, actings, now, refused }: MineProps) {
  const agreed = consents.find((one) => one.version === notice.version)
  const ready = (one: MineProps['exports'][number]) => one.state === 'ready' && one.expiresAt !== null && one.expiresAt > now
  return (
    <>
      <Heading
        title="My data"
        meta={<ToSettings />}
        lead="Take a copy of everything, see what was done, or ask for your name to be taken out."
      />
      <Section title="A copy of everything">
        <p class="soft">
          A ZIP file with your profile, every record that points to you, and your mails as an mbox. It waits a week, for you alone.
        </p>
        <Things label="Copies">
          {exports.map((one) => (
            <Thing
              title={
                <>
                  Asked for <Time at={one.askedAt} />
                </>
              }
              meta={
                ready(one) && one.expiresAt ? (
                  <>
                    until <Time at={one.expiresAt} style="date" />
                    {one.fetchedAt && (
                      <>
                        {' '}
                        · fetched <Time at={one.fetchedAt} />
                      </>
                    )}
                  </>
                ) : (
                  exportWords[one.state === 'ready' ? 'expired' : one.state]
                )
              }
              act={ready(one) && <Button href={`/me/exports/${one.id}/file`}>Download</Button>}
            />
          ))}
        </Things>
        <PostButton action="/me/exports">Make a copy</PostButton>
      </Section>
      <Section title="The notice">
        <p>
          <a href="/privacy">Version {notice.version}</a>, since <Time at={notice.fromAt} style="date" />.{' '}
          {agreed ? (
            <>
              You agreed on <Time at={agreed.agreedAt} style="date" />.
            </>
          ) : (
            'You have not agreed to this version yet.'
          )}
        </p>
        {!agreed && (
          <PostButton action="/me/privacy/agree" fields={{ version: String(notice.version) }}>
            I have read it and agree
          </PostButton>
        )}
      </Section>
      <Section title="Being erased">
        {request?.state === 'waiting' ? (
          <>
            <Note>
              You asked on <Time at={request.askedAt} style="date" />
              {request.scope === 'name' ? ' for your name to be taken out.' : ' for your name and your words to be taken out.'} An
              administrator decides.
            </Note>
            <PostButton action="/me/erasure/withdraw">I have changed my mind</PostButton>
          </>
        ) : (
          <>
            {request?.state === 'refused' && <Note mood="late">Your last request was refused: {request.reason}</Note>}
            <p class="soft">
              Addresses, ways to sign in, settings and subscriptions go. Threads, minutes and the roster still read: “A former member”
              stands where your name was. It cannot be undone, also not from a backup.
            </p>
            <Form action="/me/erasure" refused={refused} values={{ scope: 'name' }}>
              <Choices
                name="scope"
                label="What goes"
                options={[
                  { value: 'name', label: 'My name', hint: 'What you wrote stays, under no name.' },
                  { value: 'words', label: 'My name and my words', hint: 'Your messages are emptied; answers to them stay.' },
                ]}
              />
              <TextArea name="note" label="To the administrators" rows={3} optional />
              <div class="row">
                <Button kind="danger">Ask to be erased</Button>
              </div>
            </Form>
          </>
        )}
      </Section>
      {actings.length > 0 && (
        <Section title="Who looked at the site as you see it">
          <Things label="Administrators who acted as you">
            {actings.map((one) => (
              <Thing
                title={`${one.name}: ${one.reason}`}
                meta={
                  <>
                    <Time at={one.beganAt} /> to <Time at={one.endedAt ?? one.until} />
                  </>
                }
              />
            ))}
          </Things>
        </Section>
      )}
      <Section title="What was done">
        <History lines={lines} verbs={verbs} />
      </Section>
    </>
  )
}

interface DeskProps {
  requests: Awaited<ReturnType<typeof listErasureRequests>>
  erasures: Awaited<ReturnType<typeof listErasures>>
  retention: Awaited<ReturnType<typeof listRetention>>
  notices: Awaited<ReturnType<typeof listNotices>>
  notice: Notice
  self: number | null
  refused?: Refused
}

const erasureWords = { person: 'A person', message: 'A message', words: 'Words', attachment: 'An attachment' }
const languages = { en: 'English', de: 'German', fr: 'French', es: 'Spanish' }

/** The desk of those who answer for the data: requests to be erased, what was taken out, how long things are kept, the notice. */
export function DeskPage({ requests, erasures, retention, notices, notice, self, refused }: DeskProps) {
  return (
    <>
      <Heading title="Privacy" lead="What people ask of those who keep their data, and how long it is kept." />
      <Section title="Requests to be erased">
        {requests.length === 0 && <Empty title="Nobody waits." />}
        <Things label="Requests to be erased">
          {requests.map((one) => (
            <Thing
              title={one.name}
              meta={
                <>
                  Asked <Time at={one.askedAt} style="date" /> · {one.scope === 'name' ? 'the name' : 'the name and words'} ·{' '}
                  {plural('en', one.messages, { one: '# message', other: '# messages' })}
                  {one.offices > 0 && ' · holds a role today: see that it is handed over first'}
                </>
              }
            >
              {one.note && <p>{one.note}</p>}
              {one.personId === self ? (
                <p class="meta">Somebody else decides about your own request.</p>
              ) : (
                <Form action={`/admin/erasures/${one.id}`} id={`erasure-${one.id}`} refused={refused} label={`Decide about ${one.name}`}>
                  <TextArea name="reason" label="Why, when you refuse: the person reads it" rows={2} optional />
                  <div class="row">
                    <Button kind="danger" name="decision" value="erase">
                      Erase for good
                    </Button>
                    <Button name="decision" value="refuse">
                      Refuse
                    </Button>
                  </div>
                </Form>
              )}
            </Thing>
          ))}
        </Things>
      </Section>
      <Section title="How long things are kept" aside="Applied every night, with a line in the journal">
        <Form
          action="/admin/retention"
          id="retention"
          refused={refused}
          values={Object.fromEntries(retention.map(({ key, days }) => [key, days === null ? '' : String(days)]))}
        >
          {retention.map(({ key, title, what, least, days, due }) => (
            <Field
              name={key}
              label={`${title}: days`}
              hint={`${what} At least ${least} days; empty is for ever.${days === null ? '' : ` Tonight ${formatNumber('en', due)} would go.`}`}
              inputmode="numeric"
              short
              optional
            />
          ))}
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
        </Form>
      </Section>
      <Section title="What was taken out">
        {erasures.length === 0 ? (
          <Empty title="Nothing yet." />
        ) : (
          <Table
            caption="Erasures"
            hideCaption
            columns={[{ label: 'When' }, { label: 'What' }, { label: 'Where' }, { label: 'By' }, { label: 'Why' }]}
            rows={erasures.map((one) => [
              <Time at={one.at} style="date" />,
              erasureWords[one.kind],
              one.list ?? 'everywhere',
              one.by ?? '',
              one.reason,
            ])}
          />
        )}
        <Toolbar>
          <a href="/admin/privacy/erasures.ledger">Ledger of erasures</a>
          <span class="meta">Keep it apart from the backups: a restored backup loses again what it lists.</span>
        </Toolbar>
      </Section>
      <Section title="The notice">
        <Things label="Versions">
          {notices.map((one) => (
            <Thing
              title={`Version ${one.version}`}
              href={`/privacy?version=${one.version}`}
              meta={
                <>
                  since <Time at={one.fromAt} style="date" /> · {formatNumber('en', Number(one.agreed ?? 0))} agreed
                </>
              }
              act={one.version === notice.version && <State mood="good">holds today</State>}
            />
          ))}
        </Things>
        <details>
          <summary>Write a new version</summary>
          <Form action="/admin/notices" id="notice" refused={refused} values={notice.wording}>
            {locales.map((locale) => (
              <TextArea name={locale} label={languages[locale]} rows={6} />
            ))}
            <div class="row">
              <Button kind="primary">Make it the one that holds</Button>
            </div>
          </Form>
        </details>
      </Section>
    </>
  )
}
