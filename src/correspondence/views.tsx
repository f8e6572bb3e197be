import type { findDeskHolders } from '../groups/queries.ts'
import type { CorrespondenceState } from '../lib/db/schema.ts'
import { Check, Field, Form, Select, TextArea } from '../lib/ui/form.tsx'
import { Letter } from '../lib/ui/letter.tsx'
import { Facts, FormSection, Heading, type Mood, Note, PostButton, Section, Split, State, Submit, Titled } from '../lib/ui/parts.tsx'
import { MailText } from '../lib/ui/text.tsx'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { RoleAddress } from '../list/queries.ts'
import type { Exchange } from './queries.ts'
import { answerSubject, isLate, type KeptBack, states } from './rules.ts'

const t = textsOf('correspondence', 'views')

export type Holders = Awaited<ReturnType<typeof findDeskHolders>>

export const stateNames: Record<CorrespondenceState, string> = t.stateNames
const moods: Record<CorrespondenceState, Mood | undefined> = { open: 'wait', waiting: undefined, answered: 'good' }

const keptBackWords: Record<KeptBack, string> = t.keptBackWords

/** How an exchange of letters stands: answered, waiting, late. */
export function Standing({ exchange, today }: { exchange: { state: CorrespondenceState; answerBy: string | null }; today: string }) {
  const late = isLate(exchange, today)
  return (
    <State mood={late ? 'late' : moods[exchange.state]}>
      {stateNames[exchange.state]}
      {exchange.answerBy && exchange.state !== 'answered' && <>{t.by({ hasLate: late, day: <Day on={exchange.answerBy} /> })}</>}
    </State>
  )
}

const Mails = ({ exchange, path }: { exchange: Exchange; path: string }) => (
  <>
    {exchange.mails.map((mail) => (
      <Letter
        id={`m${mail.id}`}
        from={{
          name: mail.direction === 'out' ? (mail.writer ?? mail.fromName) : mail.fromName,
          of: mail.direction === 'out' ? t.forUs : mail.fromEmail,
        }}
        at={mail.sentAt}
        meta={mail.attachments > 0 ? t.attached({ attachments: mail.attachments }) : undefined}
        actions={
          <>
            {Array.from({ length: mail.attachments }, (_, position) => (
              <a href={`${path}/mails/${mail.id}/a/${position}`}>{t.attachment({ position: position + 1 })}</a>
            ))}
            <a href={`${path}/mails/${mail.id}/raw`}>{t.asItCame}</a>
          </>
        }
      >
        {mail.keptBack !== '' && (
          <Note mood="wait">
            {keptBackWords[mail.keptBack as KeptBack]}{' '}
            <PostButton action={`${path}/mails/${mail.id}/pass-on`} kind="quiet" text={t.passEmailOn} />
          </Note>
        )}
        {mail.failure && <Note mood="late">{t.emailNotDelivered({ failure: mail.failure })}</Note>}
        <MailText text={mail.text} addresses="link" />
      </Letter>
    ))}
  </>
)

/** One exchange: its mails, the answer, and where it stands. */
export function ExchangePage(props: { desk: RoleAddress; exchange: Exchange; holders: Holders; mailDomain: string; today: string }) {
  const { desk, exchange, holders, mailDomain, today } = props
  const path = `/correspondence/${desk.name}/${exchange.id}`
  const owners = new Map([
    ...holders.map((one) => [one.id, one.name] as const),
    ...(exchange.ownerId && exchange.owner ? [[exchange.ownerId, exchange.owner] as const] : []),
  ])
  return (
    <>
      <Heading
        title={exchange.subject}
        meta={
          <>
            <a href={`/correspondence/${desk.name}`}>{desk.title}</a> · {exchange.counterpartName || exchange.counterpart}
          </>
        }
      >
        <p>
          <Standing exchange={exchange} today={today} />
        </p>
      </Heading>
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: t.withIt, value: exchange.counterpartName },
                { term: t.address, value: <span class="break">{exchange.counterpart}</span> },
                { term: t.about, value: exchange.about && <a href={exchange.about}>{exchange.about}</a> },
              ]}
            />
            <FormSection
              keeps
              title={t.status}
              action={path}
              id="change"
              values={{
                state: exchange.state,
                ownerId: String(exchange.ownerId ?? ''),
                answerBy: exchange.answerBy ?? '',
                about: exchange.about,
              }}
            >
              <Select name="state" label={t.state} options={states.map((value) => ({ value, label: stateNames[value] }))} empty={false} />
              <Select
                name="ownerId"
                label={t.personResponsible}
                options={[...owners].map(([id, name]) => ({ value: String(id), label: name }))}
                empty={t.everyoneWithThisRole}
                optional
              />
              <Field name="answerBy" type="date" label={t.answerBy} short optional />
              <Field name="about" label={t.relatedPage} hint={t.requestPackageMeetingSite} optional />
              <Submit>{t.save}</Submit>
            </FormSection>
          </>
        }
      >
        <Mails exchange={exchange} path={path} />
        {desk.closedAt === null && (
          <Section title={t.answer} id="answer">
            <p class="meta">{t.sendEmailOwnAddressNot({ name: desk.name, mailDomain })}</p>
            <Form action={`${path}/answer`} values={{ subject: answerSubject(exchange.subject) }}>
              <WritingFields />
            </Form>
          </Section>
        )}
      </Split>
    </>
  )
}

const WritingFields = () => (
  <>
    <Field name="subject" label={t.subject} maxlength={300} />
    <TextArea name="text" label={t.text} rows={10} />
    <Check name="answerExpected" label={t.iExpectAnAnswer} />
    <Field name="answerBy" type="date" label={t.by2} hint={t.leaveEmptyAllow2Weeks} short optional />
    <Submit kind="primary">{t.send}</Submit>
  </>
)

/** A new mail from the address of a role. */
export const WritePage = ({ desk, mailDomain }: { desk: RoleAddress; mailDomain: string }) => (
  <Titled
    title={t.writeAs({ title: desk.title })}
    meta={<a href={`/correspondence/${desk.name}`}>{desk.title}</a>}
    lead={t.sendEmailKeepCopyNext({ name: desk.name, mailDomain })}
  >
    <Form action={`/correspondence/${desk.name}/write`}>
      <Field name="to" type="email" label={t.to} />
      <Field name="toName" label={t.recipientsName} optional />
      <WritingFields />
    </Form>
  </Titled>
)
