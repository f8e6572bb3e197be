import type { listLinesOf } from '../journal/queries.ts'
import { Choices, Form, TextArea } from '../lib/ui/form.tsx'
import { formatDate, type Locale } from '../lib/ui/format.ts'
import { History } from '../lib/ui/history-view.tsx'
import type { Verbs } from '../lib/ui/history-words.ts'
import { dotted, Listing, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Fold, Note, PostButton, Section, State, Submit, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { listActings } from '../people/queries.ts'
import type { findErasureRequest } from './erasure-queries.ts'
import type { listExports } from './export/queries.ts'
import { whyNotExport } from './export/rules.ts'
import { type getNotice, type listConsents, wordingIn } from './notice-queries.ts'
import { privacyWords } from './words.ts'

const t = textsOf('privacy', 'views')

type Notice = Awaited<ReturnType<typeof getNotice>>

/** The notice in its version, for everybody. */
export function NoticePage({ notice, current, locale }: { notice: Notice; current: number; locale: Locale }) {
  const reader = useReader()
  const { text, language } = wordingIn(notice.wording, locale)
  const words = privacyWords(reader.locale).notice
  return (
    <Titled title={words.title} meta={words.version({ n: notice.version, day: formatDate(reader, notice.fromAt) })}>
      {notice.version !== current && (
        <Note>
          {words.older} <a href="/privacy">{words.today}</a>
        </Note>
      )}
      <div class="prose stack" lang={language === reader.locale ? undefined : language} dir="auto">
        {text.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      {notice.version > 1 && (
        <Toolbar>
          <a href={`/privacy?version=${notice.version - 1}`}>{words.before}</a>
        </Toolbar>
      )}
    </Titled>
  )
}

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
}

const ready = (one: MineProps['exports'][number], now: Date) => one.state === 'ready' && one.expiresAt !== null && one.expiresAt > now

/** How it stands with a person's own data, in a line. */
export const MineNow = ({ exports, request, notice, consents, now }: Omit<MineProps, 'verbs'>) =>
  dotted([
    t.agreedNow({ agreed: consents.some((one) => one.version === notice.version) }),
    exports.some((one) => ready(one, now)) && t.copyReady,
    request?.state === 'waiting' && <State mood="wait">{t.erasureAsked}</State>,
  ])

/** What a person may know and ask about their own data. */
export function Mine({ exports, request, notice, consents, lines, verbs, actings, now }: MineProps) {
  const whyNot = whyNotExport(exports, now)
  const agreed = consents.find((one) => one.version === notice.version)
  return (
    <>
      <Section within title={t.downloadMyData}>
        <p class="soft">{t.aZipFileWithYourProfile}</p>
        <Things label={t.copies}>
          {exports.map((one) => (
            <Thing
              title={t.askedFor({ time: <Time at={one.askedAt} /> })}
              meta={
                ready(one, now) && one.expiresAt
                  ? dotted([
                      t.until({ time: <Time at={one.expiresAt} style="date" /> }),
                      one.fetchedAt && t.fetched({ time: <Time at={one.fetchedAt} /> }),
                    ])
                  : t.exportStates[one.state === 'ready' ? 'expired' : one.state]
              }
              act={ready(one, now) && <Button href={`/me/exports/${one.id}/file`}>{t.download}</Button>}
            />
          ))}
        </Things>
        {whyNot ? <Button whyNot={whyNot} text={t.askForACopy} /> : <PostButton action="/me/exports" text={t.askForACopy} />}
      </Section>
      <Section within title={t.theNotice}>
        <p>
          {t.versionSince({
            version: notice.version,
            link: (words) => <a href="/privacy">{words}</a>,
            time: <Time at={notice.fromAt} style="date" />,
          })}{' '}
          {agreed ? t.youAgreedOn({ time: <Time at={agreed.agreedAt} style="date" /> }) : t.youHaveNotAgreedToThis}
        </p>
        {!agreed && <PostButton action="/me/privacy/agree" fields={{ version: String(notice.version) }} text={t.agreeToPrivacyNotice} />}
      </Section>
      <Section within title={t.beingErased}>
        {request?.state === 'waiting' ? (
          <>
            <Note>{t.asked[request.scope]({ time: <Time at={request.askedAt} style="date" /> })}</Note>
            <PostButton action="/me/erasure/withdraw">{t.keepMyData}</PostButton>
          </>
        ) : (
          <>
            {request?.state === 'refused' && <Note mood="late">{t.didNotEraseDataReason({ reason: request.reason })}</Note>}
            <p class="soft">{t.deleteAddressesSignMethods}</p>
            <Form action="/me/erasure" id="erasure" values={{ scope: 'name' }}>
              <Choices
                name="scope"
                label={t.whatGoes}
                options={[
                  { value: 'name', label: t.myName, hint: t.messagesStayWithoutName },
                  { value: 'words', label: t.myNameAndMyWords, hint: t.emptyMessagesRepliesThemStay },
                ]}
              />
              <TextArea name="note" label={t.toTheAdministrators} rows={3} optional />
              <Submit kind="danger">{t.askEraseMyData}</Submit>
            </Form>
          </>
        )}
      </Section>
      <Listing within title={t.administratorsWhoViewedSite} label={t.administratorsWhoActedAsYou} of={actings} none={null}>
        {(one) => (
          <Thing
            title={`${one.name}: ${one.reason}`}
            meta={t.to({ from: <Time at={one.beganAt} />, to: <Time at={one.endedAt ?? one.until} /> })}
          />
        )}
      </Listing>
      <Fold title={t.myHistory}>
        <History lines={lines} verbs={verbs} />
      </Fold>
    </>
  )
}
