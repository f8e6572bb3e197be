import { Field, optionsOf, Select } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, FormSection, PostButton, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listKeptAddresses } from './queries.ts'
import { addressRoles } from './rules.ts'

const t = textsOf('list', 'roleAddresses')

const roleOptions = () => optionsOf(t.roles, addressRoles)

/** The addresses that follow a role, and who gets their mail today. */
export function AddressesPage(props: {
  addresses: Awaited<ReturnType<typeof listKeptAddresses>>
  owners: { value: string; label: string }[]
  mailDomain: string
}) {
  const { addresses, owners, mailDomain } = props
  return (
    <Titled title={t.roleMailboxes} lead={t.personWhoHasRoleNow}>
      <Things label={t.addresses} none={<Empty title={t.noRoleMailboxesYet} />}>
        {addresses.map((one) => (
          <Thing
            title={`${one.name}@${mailDomain}`}
            meta={t.noOneHasRoleEmail({
              title: one.title,
              group: one.group ?? one.community ?? '',
              holders: one.holders.map((holder) => holder.name),
              hasHolders: one.holders.length > 0,
            })}
            act={
              one.closedAt ? (
                <State>{t.closed}</State>
              ) : (
                <PostButton action={`/role-addresses/${one.id}/close`} kind="quiet" label={t.closeRoleMailbox({ name: one.name })}>
                  {t.closeRoleMailbox2}
                </PostButton>
              )
            }
          />
        ))}
      </Things>
      <FormSection title={t.newRoleMailbox} action="/role-addresses" values={{ role: 'coordinator', owner: owners[0]?.value ?? '' }}>
        <Field name="name" label={t.address} hint={t.partBeforeExampleCoordinator({ mailDomain })} maxlength={40} short />
        <Field name="title" label={t.senderName} hint={t.nameRecipientsSeeExample} maxlength={100} />
        <Select name="role" label={t.role} options={roleOptions()} empty={false} />
        <Select name="owner" label={t.whose} options={owners} empty={false} />
        <Submit kind="primary">{t.openIt}</Submit>
      </FormSection>
    </Titled>
  )
}
