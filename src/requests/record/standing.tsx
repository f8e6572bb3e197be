import { shorten } from '../../lib/ui/excerpt.ts'
import { Figures } from '../../lib/ui/figures.tsx'
import { Field, Form, optionsById, optionsOf, Select } from '../../lib/ui/form.tsx'
import { Button, Fold, PostButton } from '../../lib/ui/parts.tsx'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { PortalSaid, VendorSaid } from '../../offers.ts'
import type { Request } from '../core/queries.ts'
import { isOpen } from '../core/rules.ts'
import { requestPath, Stage } from '../parts.tsx'
import { strengthNames, strengths } from '../support/rules.ts'
import type { RecordProps, SupportShown } from './props.ts'

const t = textsOf('requests', 'record')
const pageWords = textsOf('requests', 'pages').record

/** What whoever comes to a request wants first: where it stands, what the vendor said, who supports it, and the button to do so. */
export function Standing(props: RecordProps) {
  const { request, support, said, portal, following, signedIn } = props
  const voice = voiceOf(props)
  const counts = support && <Counts support={support} />
  // Beside what the vendor said; without it, below the status, so that neither half of the box is empty.
  const beside = said || portal ? counts : undefined
  return (
    <section class="panel standing" aria-label={t.standing}>
      <div class="stack">
        <div class="row apart">
          <p class="row">
            <Stage stage={request.stage} />
            {/* The vendor's answer says its day itself. */}
            {!(said && request.stage === 'answered') && (
              <span class="meta">
                <Time at={request.stageAt} style="date" />
              </span>
            )}
          </p>
          {signedIn && (
            <PostButton
              kind="quiet"
              action={`${requestPath(request.id)}/follow`}
              fields={{ following: following ? 'no' : 'yes' }}
              text={following ? pageWords.unfollow : pageWords.follow}
            />
          )}
        </div>
        {said && <Said said={said} />}
        {portal && <OnThePortal portal={portal} />}
        {!beside && counts}
      </div>
      {(beside || voice) && (
        <div class="stack">
          {beside}
          {voice}
        </div>
      )}
    </section>
  )
}

/** What this person can say to an open request for their institution, and take back; undefined where they can neither. */
function voiceOf({ request, group, support, signedIn }: RecordProps) {
  if (!support || !isOpen(request.stage)) return undefined
  const own = signedIn && support.own !== undefined
  if (!group.mayContribute && !own) return undefined
  return (
    <>
      {group.mayContribute && <Voice {...{ request, support }} />}
      {own && <PostButton kind="quiet" action={`${requestPath(request.id)}/voice/withdraw`} text={t.withdrawMySupport} />}
    </>
  )
}

/** The vendor's newest answer in its own words, with its day. */
function Said({ said: { vendor, answer, reason, at, href, signed } }: { said: VendorSaid }) {
  const place = useReader()
  return (
    <>
      <p>
        {t.vendorSaid({ vendor, answer, at: { when: at, place }, b: (text) => <b>{text}</b> })} <a href={href}>{t.readAnswer}</a>{' '}
        <span class="meta">{signed}</span>
      </p>
      {reason && (
        <blockquote class="quote" dir="auto">
          {reason.length > 240 ? `${reason.slice(0, reason.lastIndexOf(' ', 240))} …` : reason}
        </blockquote>
      )}
    </>
  )
}

/** What the vendor's portal says: a claim of the portal, until the group takes it as the vendor's answer. */
const OnThePortal = ({ portal: { status, reason, onDay, link, institutions, changeId } }: { portal: PortalSaid }) => (
  <div class="stack" id="portal">
    <p>
      {t.portal.says({ status: <b>{status}</b>, day: <Day on={onDay} /> })} {t.portal.behind({ n: institutions })}{' '}
      {!reason && t.portal.noReason} {link && <a href={link}>{t.portal.open}</a>}
    </p>
    {reason && (
      <blockquote class="quote" dir="auto">
        {shorten(reason, 240)}
      </blockquote>
    )}
    {changeId !== undefined && <a href={`/answers/portal#change-${changeId}`}>{t.portal.confirm}</a>}
  </div>
)

function Counts({ support: { supporters } }: { support: SupportShown }) {
  const behind = supporters.filter(({ strength }) => strength !== 'not_for_us')
  if (behind.length === 0) return <p class="meta">{t.nobodyYet}</p>
  const musts = behind.filter(({ strength }) => strength === 'must').length
  return (
    <Figures
      items={[
        { value: behind.length, label: t.institutionWord({ n: behind.length }), href: '#support' },
        { value: musts, label: t.mustHave },
      ]}
    />
  )
}

function Voice({ request, support: { own, institutions, supporters } }: { request: Request; support: SupportShown }) {
  const refused = useRefused()
  const [first] = institutions
  if (!first) return <p class="meta">{t.supportRequestAddInstitution({ link: (words) => <a href="/me/move">{words}</a> })}</p>
  const here = requestPath(request.id)
  // What it says already, by a colleague's word; who comes here must not think that it says nothing.
  const said = own ? undefined : supporters.find(({ organisationId }) => organisationId === first.id)?.strength
  return (
    <Form action={`${here}/voice`} id="voice">
      <h2 class="h3">{own ? t.yourSupport : (said ? t.supportOf : t.supportThisRequestFor)({ name: first.name })}</h2>
      {said && <p class="meta">{t.alreadySays({ name: first.name, strength: strengthNames[said] })}</p>}
      <div class="filters">
        {institutions.length > 1 && (
          <Select
            name="organisationId"
            label={t.forIt}
            options={optionsById(institutions)}
            value={own ? String(own.organisationId) : undefined}
            empty={false}
          />
        )}
        <Select
          name="strength"
          label={t.howStrongly}
          options={optionsOf(strengthNames, strengths)}
          value={own?.strength ?? said ?? 'should'}
          empty={false}
        />
        <Button kind="primary">{t.supportRequest({ hasOwn: Boolean(own ?? said) })}</Button>
      </div>
      <Fold title={own?.reason ? t.why : t.addReason} open={refused?.form === 'voice'}>
        <Field name="reason" label={t.why} value={own?.reason} optional maxlength={1000} />
      </Fold>
    </Form>
  )
}
