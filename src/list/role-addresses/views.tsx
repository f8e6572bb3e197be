import { Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatList } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import type { listKeptAddresses } from './queries.ts'

const roleOptions = [
  { value: 'coordinator', label: 'Coordinator' },
  { value: 'deputy', label: 'Deputy coordinator' },
  { value: 'liaison', label: 'Liaison' },
  { value: 'moderator', label: 'Moderators' },
  { value: 'steering', label: 'Steering committee of a user group' },
]

/** The addresses that follow a role, and who gets their mail today. */
export function AddressesPage(props: {
  addresses: Awaited<ReturnType<typeof listKeptAddresses>>
  owners: { value: string; label: string }[]
  mailDomain: string
  refused?: Refused
}) {
  const { addresses, owners, mailDomain, refused } = props
  return (
    <>
      <Heading
        title="Addresses of roles"
        lead="Mail to such an address goes to whoever holds the role on that day, and stops with the term. It is kept, so that a successor finds it."
      />
      {addresses.length === 0 ? (
        <Empty title="No role has an address yet." />
      ) : (
        <Things label="Addresses">
          {addresses.map((one) => (
            <Thing
              title={`${one.name}@${mailDomain}`}
              meta={`${one.title} · ${one.group ?? one.community} · ${
                one.holders.length > 0
                  ? `to ${formatList(
                      'en',
                      one.holders.map((holder) => holder.name),
                    )}`
                  : 'to nobody; mail is kept'
              }`}
              act={
                one.closedAt ? (
                  <State>Closed</State>
                ) : (
                  <PostButton action={`/role-addresses/${one.id}/close`} kind="quiet" label={`Close the address ${one.name}`}>
                    Close the address
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
      )}
      <Section title="Open an address">
        <Form action="/role-addresses" refused={refused} values={{ role: 'coordinator', owner: owners[0]?.value ?? '' }}>
          <Field name="name" label="Address" hint={`What stands before @${mailDomain}`} maxlength={40} short />
          <Field
            name="title"
            label="As people read it"
            hint="For instance Lectio Coordinator: the name that mail from it carries."
            maxlength={100}
          />
          <Select name="role" label="Role" options={roleOptions} empty={false} />
          <Select name="owner" label="Whose" options={owners} empty={false} />
          <div class="row">
            <Button kind="primary">Open it</Button>
          </div>
        </Form>
      </Section>
    </>
  )
}
