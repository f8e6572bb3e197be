import type { Provider } from '../../lib/identity/statement.ts'
import { Field } from '../../lib/ui/form.tsx'
import { dotted, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, FormFold, PostButton, Section, State, Submit } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { describeDevice } from '../devices/rules.ts'
import type { listIdentities, listPasskeys, listSessions } from './queries.ts'

const t = textsOf('people', 'signInPage')

const hows: Readonly<Record<string, string>> = t.hows

interface WaysProps {
  passkeys: Awaited<ReturnType<typeof listPasskeys>>
  identities: Awaited<ReturnType<typeof listIdentities>>
  sessions: Awaited<ReturnType<typeof listSessions>>
  providers: Provider[]
  federations: Pick<Provider, 'slug' | 'label'>[]
  /** The session that asks. */
  current?: string | undefined
}

/** How one comes in, and where one is in: passkeys, accounts elsewhere, sessions. */
export function Ways({ passkeys, identities, sessions, providers, federations, current }: WaysProps) {
  const unlinked = providers.filter(({ slug }) => !identities.some((one) => one.provider === slug))
  const labelOf = (slug: string) => [...providers, ...federations].find((one) => one.slug === slug)?.label ?? slug
  const others = sessions.filter((one) => one.id !== current)
  return (
    <>
      <p class="soft">{t.aMailWithACodeAlways}</p>
      <Section within title={t.passkeys}>
        <Things label={t.passkeys} none={<Empty title={t.noPasskeysYet} />}>
          {passkeys.map((one) => (
            <Thing
              title={one.name}
              meta={dotted([
                t.since({ time: <Time at={one.createdAt} style="date" /> }),
                one.usedAt ? t.lastUsed({ time: <Time at={one.usedAt} /> }) : t.notUsed,
                t.onOneDevice({ synced: one.synced }),
              ])}
              act={
                <PostButton action={`/me/passkeys/${one.id}/remove`} kind="quiet" label={t.remove({ name: one.name })} text={t.remove2} />
              }
            >
              <FormFold keeps title={t.rename} action={`/me/passkeys/${one.id}`} id={`passkey-${one.id}`} values={{ name: one.name }}>
                <Field name="name" label={t.newNameOf({ name: one.name })} short />
                <Submit>{t.save}</Submit>
              </FormFold>
            </Thing>
          ))}
        </Things>
        <div class="form stack" data-passkey="make" hidden>
          <div class="field short">
            <label for="passkey-name">{t.nameOfTheNewPasskey}</label>
            <span class="hint" id="passkey-name-hint">
              {t.exampleWorkLaptop}
            </span>
            <input id="passkey-name" maxlength={80} aria-describedby="passkey-name-hint" />
          </div>
          <div class="row">
            <button type="button" class="button primary">
              {t.addPasskey}
            </button>
          </div>
          <p class="error" role="alert" hidden>
            {t.passkeyNotAddedDeviceRefused}
          </p>
        </div>
        <noscript>
          <p class="meta">{t.toAddAPasskeyAPage}</p>
        </noscript>
      </Section>
      {identities.length + unlinked.length + federations.length > 0 && (
        <Section within title={t.accountsElsewhere}>
          <Things label={t.accountsElsewhere}>
            {identities.map((one) => (
              <Thing
                title={labelOf(one.provider)}
                meta={t.linked2({ email: one.email, time: <Time at={one.linkedAt} style="date" /> })}
                act={
                  <PostButton
                    action={`/me/identities/${one.id}/remove`}
                    kind="quiet"
                    label={t.unlinkAccountAt({ labelOf: labelOf(one.provider) })}
                  >
                    {t.unlinkAccount}
                  </PostButton>
                }
              />
            ))}
            {unlinked.map((one) => (
              <Thing
                title={one.label}
                meta={t.notLinked}
                act={<PostButton action={`/me/providers/${one.slug}/link`}>{t.link}</PostButton>}
              />
            ))}
          </Things>
          {federations.length > 0 && (
            <div class="row">
              <Button href={`/sign-in/institutions?${new URLSearchParams({ for: 'link', next: '/me#sign-in' })}`}>
                {t.linkInstitution}
              </Button>
            </div>
          )}
        </Section>
      )}
      <Section within title={t.signedInDevices}>
        <Things label={t.sessions}>
          {sessions.map((one) => (
            <Thing
              title={describeDevice(one.userAgent)}
              meta={dotted([
                t.session({
                  how: hows[one.how] ?? labelOf(one.how),
                  since: <Time at={one.createdAt} />,
                  used: <Time at={one.updatedAt} />,
                }),
                one.network && one.network !== 'unknown' && t.network({ network: one.network }),
              ])}
              act={
                one.id === current ? (
                  <State mood="good">{t.thisOne}</State>
                ) : (
                  <PostButton
                    action={`/me/sessions/${one.id}/end`}
                    kind="quiet"
                    label={t.signOut({ describeDevice: describeDevice(one.userAgent) })}
                  >
                    {t.end}
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
        {others.length > 0 && <PostButton action="/me/sessions/end-others">{t.signOutOtherDevices}</PostButton>}
      </Section>
    </>
  )
}
