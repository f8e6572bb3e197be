import { Check, Choices, Field, Select } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Button, Heading, PostButton, Section } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import type { Document, listDecisionsOf, Version } from '../queries.ts'
import { SettingFields } from '../writing/views.tsx'

/** The end of a form: its button, and the way back. */
const Ends = ({ back, label }: { back: string; label: string }) => (
  <div class="row">
    <Button kind="primary">{label}</Button>
    <Button kind="quiet" href={back}>
      Cancel
    </Button>
  </div>
)

/** Who looks after a document, who reads it, when it is reviewed, how long it is kept. */
export function SettingsPage({ document, refused }: { document: Document; refused?: Refused }) {
  const path = `/documents/${document.slug}`
  const values: Typed = {
    title: document.title,
    category: document.category,
    ownerRole: document.ownerRole,
    visibility: document.visibility,
    datedOn: document.datedOn,
    reviewMonths: String(document.reviewMonths ?? ''),
    reviewOn: document.reviewOn ?? '',
    keepMonths: String(document.keepMonths ?? ''),
  }
  return (
    <>
      <Heading title="Settings" meta={<a href={path}>{document.title}</a>} lead="Its address stays, whatever it is called." />
      <Form action={`${path}/settings`} values={values} refused={refused}>
        <Field name="title" label="Title" maxlength={200} />
        <SettingFields document={document} />
        <Ends back={path} label="Save" />
      </Form>
    </>
  )
}

/** Approving a version: what happens, on what ground, one button. */
export function ApprovePage(props: {
  document: Document
  version: Version
  decisions: Awaited<ReturnType<typeof listDecisionsOf>>
  refused?: Refused
}) {
  const { document, version, decisions, refused } = props
  const path = `/documents/${document.slug}`
  const who = { public: 'Everybody', subscribers: 'Every subscriber', group: 'The group' }[document.visibility]
  return (
    <>
      <Heading
        title={`Approve version ${version.number}`}
        meta={<a href={`${path}/v/${version.number}`}>{document.title}</a>}
        lead={`${who} sees this version from then on.`}
      />
      {document.approvedNumber !== null && (
        <p>
          <a href={`${path}/compare?from=${document.approvedNumber}&to=${version.number}`}>
            What is different from version {document.approvedNumber}
          </a>
        </p>
      )}
      <Form action={`${path}/approve`} refused={refused} values={{ way: 'role' }}>
        <Hidden name="version" value={String(version.number)} />
        <Choices
          name="way"
          label="On what ground"
          options={[
            { value: 'role', label: 'By the role that looks after it' },
            {
              value: 'meeting',
              label: 'A meeting decided it',
              disabled: decisions.length === 0,
              hint: decisions.length === 0 ? 'No decision is written down yet.' : undefined,
            },
          ]}
        />
        {decisions.length > 0 && (
          <Select
            name="decisionId"
            label="The decision"
            optional
            options={decisions.map(({ id, number, text, decidedOn }) => ({
              value: String(id),
              label: `D-${number}, ${formatDay({ locale: 'en' }, decidedOn)}: ${text.slice(0, 80)}`,
            }))}
          />
        )}
        <Field name="on" type="date" label="Approved on" hint="Empty: today, or the day of the decision." short optional />
        <Ends back={path} label="Approve" />
      </Form>
    </>
  )
}

/** Looked at, nothing to change. */
export function ReviewPage({ document, refused, next }: { document: Document; refused?: Refused; next: string }) {
  const path = `/documents/${document.slug}`
  return (
    <>
      <Heading
        title="Reviewed, nothing to change"
        meta={<a href={path}>{document.title}</a>}
        lead="Your name and the day are kept with the version."
      />
      <Form action={`${path}/review`} refused={refused} values={{ nextOn: next }}>
        <Field name="nextOn" type="date" label="Next review on" hint="Empty: by its rhythm." short optional />
        <Field name="note" label="Remark" maxlength={300} optional />
        <div class="row">
          <Button kind="primary">It stands as it is</Button>
          <Button kind="quiet" href={`${path}/edit`}>
            Something has to change
          </Button>
        </div>
      </Form>
    </>
  )
}

/** Archive, withdraw or bring back. */
export function StatePage({ document, refused }: { document: Document; refused?: Refused }) {
  const path = `/documents/${document.slug}`
  const live = document.state === 'live'
  return (
    <>
      <Heading title={live ? 'Archive or withdraw' : 'Bring back'} meta={<a href={path}>{document.title}</a>} />
      <Form action={`${path}/state`} refused={refused}>
        {live ? (
          <Choices
            name="to"
            label="What becomes of it"
            options={[
              {
                value: 'archived',
                label: 'Into the archive',
                hint: 'It stays readable for those who read it now, and is not in use any more.',
              },
              { value: 'withdrawn', label: 'Withdraw it', hint: 'Only the group sees it from now on.' },
            ]}
          />
        ) : (
          <Hidden name="to" value="live" />
        )}
        {live && <Field name="reason" label="Why" maxlength={500} optional />}
        <Ends back={path} label={live ? 'Do it' : 'Bring it back into use'} />
      </Form>
    </>
  )
}

/** The time of a document is over: a person decides. */
export function RemovalPage({ document, refused, longer }: { document: Document; refused?: Refused; longer: string }) {
  const path = `/documents/${document.slug}`
  return (
    <>
      <Heading
        title="Keep it, or remove it?"
        meta={<a href={path}>{document.title}</a>}
        lead={
          <>
            It was to be kept until <Day on={document.keepUntil ?? document.datedOn} />.
          </>
        }
      />
      <Section title="Keep it">
        <Form action={`${path}/keep`} refused={refused} values={{ until: longer }}>
          <Field name="until" type="date" label="Keep it until" short />
          <div class="row">
            <Button kind="primary">Keep it</Button>
          </div>
        </Form>
      </Section>
      <Section title="Remove it">
        <p>All its versions and files go for good, here and in every copy that is restored. Its title, its history and its address stay.</p>
        <Form action={`${path}/remove`} id="remove">
          <Check name="sure" label="I have looked at it" />
          <div class="row">
            <Button kind="danger">Remove it for good</Button>
          </div>
        </Form>
      </Section>
      <PostButton action={`${path}/state`} fields={{ to: 'archived' }} kind="quiet">
        Only put it into the archive
      </PostButton>
    </>
  )
}
