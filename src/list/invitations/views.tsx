import { chromeWords } from '../../lib/ui/chrome-words.ts'
import { Form, TextArea } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { BrowserZone } from '../../lib/ui/zones.tsx'
import { LookAfter } from '../nav.tsx'
import type { Invited } from './actions.ts'
import type { findInvitation, listInvitations } from './queries.ts'
import { isExpired, lastsUntil, mayChangeMind } from './rules.ts'
import { invitationWords } from './words.ts'

const t = textsOf('list', 'invitationsPage')

const stateWords = t.stateWords

interface InvitationsProps {
  list: { name: string; title: string; mayOwn: boolean }
  invitations: Awaited<ReturnType<typeof listInvitations>>
  /** What became of those who were just invited. */
  done?: (Pick<Invited, 'left'> & { said: string }) | undefined
  now: Date
}

/** Invite people, and see who has answered. */
export function InvitationsPage({ list, invitations, done, now }: InvitationsProps) {
  const at = `/lists/${list.name}/invitations`
  return (
    <>
      <Heading title={t.invitations} meta={list.title}>
        <LookAfter list={list} current="invitations" />
      </Heading>
      {done && (
        <Note mood={done.left.length > 0 ? 'wait' : 'good'}>
          <p>{done.said}</p>
          {done.left.length > 0 && (
            <ul>
              {done.left.map(({ email, why }) => (
                <li class="break">
                  {email}
                  {chromeWords(languageNow()).colon} {why}
                </li>
              ))}
            </ul>
          )}
        </Note>
      )}
      <Form action={at}>
        <TextArea name="people" label={t.peopleToInvite} hint={t.oneAddressALineWithA} rows={6} />
        <TextArea name="words" label={t.yourMessage} rows={3} maxlength={1000} optional />
        <Submit kind="primary">{t.invite}</Submit>
      </Form>
      <Section title={t.invited}>
        <Table
          caption={t.invited}
          columns={[{ label: t.whom }, { label: t.state }, { label: t.invitedOn }, { label: t.act }]}
          rows={invitations
            .map((one) => ({ ...one, shown: isExpired(one, now) ? ('expired' as const) : one.state }))
            .map((one) => [
              <>
                {one.name}
                <div class="meta words">{one.email}</div>
              </>,
              <State mood={one.shown === 'accepted' ? 'good' : one.shown === 'waiting' ? 'wait' : undefined}>
                {stateWords[one.shown]}
              </State>,
              t.by({ time: <Time at={one.invitedAt} style="date" />, inviter: one.inviter }),
              one.shown === 'waiting' ? (
                <PostButton action={`${at}/${one.id}/withdraw`} kind="quiet" label={t.withdrawInvitationTo({ email: one.email })}>
                  {t.withdraw}
                </PostButton>
              ) : (
                ''
              ),
            ])}
          none={<Empty title={t.noInvitationsYet} />}
        />
      </Section>
    </>
  )
}

const ToList = ({ invitation: { list, title }, words }: { invitation: Invitation; words: ReturnType<typeof invitationWords> }) => (
  <p>
    <a href={`/lists/${list}`}>{words.toList({ list: title })}</a>
  </p>
)

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** The page of an invitation's key: looking changes nothing. */
export function InvitationPage({ invitation, locale, now }: { invitation?: Invitation; locale: Locale; now: Date }) {
  const words = invitationWords(locale)
  if (!invitation || invitation.state === 'withdrawn')
    return (
      <Titled title={words.over}>
        <p>{words.overLead}</p>
      </Titled>
    )
  if (invitation.state === 'accepted')
    return (
      <Titled title={words.accepted({ list: invitation.title })}>
        <p>{words.acceptedLead({ email: invitation.email })}</p>
        <ToList invitation={invitation} words={words} />
      </Titled>
    )
  if (invitation.state === 'declined')
    return (
      <Titled title={words.declinedTitle} lead={words.declined({ list: invitation.title })}>
        {mayChangeMind(invitation, now) && (
          <form method="post" class="stack">
            <p>{words.changedMind({ day: <Time at={lastsUntil(invitation)} style="date" /> })}</p>
            <BrowserZone />
            <div class="row">
              <Button kind="plain" name="answer" value="accept" text={words.accept} />
            </div>
          </form>
        )}
        {/* A group's own list is not there for who declined to be on it. */}
        {invitation.archive !== 'group' && <ToList invitation={invitation} words={words} />}
      </Titled>
    )
  const inviter = invitation.inviter ?? invitation.title
  return (
    <Titled
      title={words.title({ list: invitation.title })}
      lead={words.lead({ inviter, group: invitation.group, email: invitation.email })}
    >
      {invitation.description && <p class="prose">{invitation.description}</p>}
      {invitation.words && (
        <>
          <p>{words.writes({ inviter })}</p>
          <blockquote class="quote">{invitation.words}</blockquote>
        </>
      )}
      <form method="post" class="row">
        <BrowserZone />
        <Button kind="primary" name="answer" value="accept" text={words.accept} />
        <Button kind="quiet" name="answer" value="decline" text={words.decline} />
      </form>
    </Titled>
  )
}
