import { Field, Select } from '../../lib/ui/fields.tsx'
import { Figures } from '../../lib/ui/figures.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Fold, PostButton } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { PortalSaid, VendorSaid } from '../../offers.ts'
import type { Request } from '../core/queries.ts'
import { isOpen } from '../core/rules.ts'
import { usePageWords } from '../page-words.ts'
import { requestPath, Stage } from '../parts.tsx'
import { strengthNames, strengths } from '../support/rules.ts'
import type { RecordProps } from './props.ts'
import type { SupportShown } from './support-section.tsx'

const t = textsOf('requests', 'record')

/** What whoever comes to a request wants first: where it stands, what the vendor said, who supports it, and the button to do so. */
export function Standing({ request, group, support, said, portal, following, signedIn, refused }: RecordProps) {
  const words = usePageWords().record
  const here = requestPath(request.id)
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
            <PostButton kind="quiet" action={`${here}/follow`} fields={{ following: following ? 'no' : 'yes' }}>
              {following ? words.unfollow : words.follow}
            </PostButton>
          )}
        </div>
        {said && <Said said={said} />}
        {portal && <OnThePortal portal={portal} />}
      </div>
      <div class="stack">
        {support && <Counts support={support} />}
        {support && group.mayContribute && isOpen(request.stage) && <Voice {...{ request, support, refused }} />}
        {signedIn && support?.own && isOpen(request.stage) && (
          <PostButton kind="quiet" action={`${here}/voice/withdraw`}>
            {t.withdrawMySupport}
          </PostButton>
        )}
      </div>
    </section>
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
function OnThePortal({ portal: { status, reason, onDay, link, institutions, changeId } }: { portal: PortalSaid }) {
  return (
    <div class="stack" id="portal">
      <p>
        {t.portal.says({ status: <b>{status}</b>, day: <Day on={onDay} /> })} {t.portal.behind({ n: institutions })}{' '}
        {!reason && t.portal.noReason} {link && <a href={link}>{t.portal.open}</a>}
      </p>
      {reason && (
        <blockquote class="quote" dir="auto">
          {reason.length > 240 ? `${reason.slice(0, 239)}…` : reason}
        </blockquote>
      )}
      {changeId !== undefined && <a href={`/answers/portal#change-${changeId}`}>{t.portal.confirm}</a>}
    </div>
  )
}

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

function Voice({
  request,
  support: { own, institutions },
  refused,
}: {
  request: Request
  support: SupportShown
  refused?: { form: string; refused: Refused } | undefined
}) {
  const [first] = institutions
  if (!first) return <p class="meta">{t.supportRequestAddInstitution}</p>
  const here = requestPath(request.id)
  const wrong = refused?.form === 'voice' ? refused.refused : undefined
  return (
    <Form action={`${here}/voice`} id="voice" refused={wrong}>
      <h2 class="h3">{own ? t.yourSupport : t.supportThisRequestFor({ name: first.name })}</h2>
      <div class="filters">
        {institutions.length > 1 && (
          <Select
            name="organisationId"
            label={t.forIt}
            options={institutions.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={own ? String(own.organisationId) : undefined}
            empty={false}
          />
        )}
        <Select
          name="strength"
          label={t.howStrongly}
          options={strengths.map((one) => ({ value: one, label: strengthNames[one] }))}
          value={own?.strength ?? 'should'}
          empty={false}
        />
        <Button kind="primary">{t.supportRequest({ hasOwn: Boolean(own) })}</Button>
      </div>
      <Fold title={own?.reason ? t.why : t.addReason} open={Boolean(wrong)}>
        <Field name="reason" label={t.why} value={own?.reason} optional maxlength={1000} />
      </Fold>
    </Form>
  )
}
