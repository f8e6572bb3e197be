import { Check, Field, Form, type Option, optionsOf, Select } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Confirm, Fold, FormFold, PostButton, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { findSeat, listRoleNames } from './queries.ts'
import { groupRoles, writeTerm } from './rules.ts'

const t = textsOf('groups', 'rosterPage')
const { roles } = textsOf('groups', 'roster')

export type Names = Awaited<ReturnType<typeof listRoleNames>>

/** The roles that can be given in a group: as the site calls them, then as the group does. */
export const roleOptions = (names: Names): Option[] => [
  ...optionsOf(roles, groupRoles),
  ...names.map(({ name, role }) => ({ value: name, label: t.nameAs({ name, role: roles[role as keyof typeof roles] }) })),
]

/** What a group calls its roles, each with the role whose permissions it has. */
export function RoleNames({ group, names }: { group: { slug: string }; names: Names }) {
  const path = `/roster/${group.slug}/role-names`
  return (
    <Section title={t.roleNames}>
      <p class="soft">{t.roleNamesLead}</p>
      <Things label={t.roleNames} of={names} none={null}>
        {({ id, name, role, formal, terms }) => (
          <Thing
            title={name}
            meta={[roles[role as keyof typeof roles], formal && t.formalRoleCharter, t.terms({ count: terms })]}
            act={
              terms === 0 && (
                <PostButton action={`${path}/${id}/remove`} kind="quiet" label={t.removeNameOf({ name })} text={t.removeName} />
              )
            }
          >
            <Fold title={t.rename}>
              <Form action={`${path}/${id}`} id={`name-${id}`} values={{ name, formal: formal ? 'on' : '' }}>
                <Field name="name" label={t.newNameOf({ name })} maxlength={60} />
                <Check name="formal" label={t.formalRoleCharter} hint={t.formalHint} />
                <Submit>{t.saveName}</Submit>
              </Form>
            </Fold>
          </Thing>
        )}
      </Things>
      <FormFold title={t.addName} action={path} id="role-name" values={{ role: 'member' }}>
        <Field name="name" label={t.nameOfRole} hint={t.nameExample} maxlength={60} />
        <Select name="role" label={t.boundTo} hint={t.boundToHint} options={optionsOf(roles, groupRoles)} />
        <Check name="formal" label={t.formalRoleCharter} hint={t.formalHint} />
        <Submit>{t.addName}</Submit>
      </FormFold>
    </Section>
  )
}

type Held = NonNullable<Awaited<ReturnType<typeof findSeat>>>

/** A term to correct, also one that is over. */
export function CorrectPage({ group, held, names }: { group: { slug: string; name: string }; held: Held; names: Names }) {
  const values = { role: held.title ?? held.role, formal: held.formal ? 'on' : '', ...writeTerm(held), how: held.how }
  return (
    <Titled
      title={t.correctTermOf({ name: held.name })}
      meta={<a href={`/roster/${group.slug}/edit`}>{group.name}</a>}
      lead={t.correctLead}
      actions={<Button href={`/history/appointment:${held.id}`}>{t.history}</Button>}
    >
      <Form keeps action={`/roster/${group.slug}/seats/${held.id}`} values={values}>
        <Select name="role" label={t.role} options={roleOptions(names)} empty={false} />
        <Check name="formal" label={t.formalRoleCharter} hint={t.formalHint} />
        <Field name="from" label={t.from} hint={t.dateLike20260131} short />
        <Field name="to" label={t.to} hint={t.theLastDayAYearOr} short optional />
        <Field name="how" label={t.how} hint={t.electedAppointedByTheCommitteeA} maxlength={200} optional />
        <Submit kind="primary">{t.saveTerm}</Submit>
      </Form>
      <Section title={t.removeTerm}>
        <p class="soft">{t.removeTermLead}</p>
        <Button kind="danger" href={`/roster/${group.slug}/seats/${held.id}/remove`} text={t.removeTerm} />
      </Section>
    </Titled>
  )
}

/** Asks before a term is taken off the roster: it cannot be put back but by hand. */
export function RemovePage({ group, held }: { group: { slug: string }; held: Held }) {
  const path = `/roster/${group.slug}/seats/${held.id}`
  return (
    <Confirm
      title={t.removeTermOf({ name: held.name })}
      action={`${path}/remove`}
      yes={t.removeTerm}
      backHref={path}
      back={t.keepTerm}
      danger
    >
      <p>{t.removeTermTells({ role: held.title ?? roles[held.role as keyof typeof roles] })}</p>
      <p>{t.removeTermLead}</p>
    </Confirm>
  )
}
