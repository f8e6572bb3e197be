import { Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { Button, Fold, Section } from '../../lib/ui/parts.tsx'
import { requestPath } from '../parts.tsx'
import { byHand, linkKinds, linkNames, stageNames } from '../rules.ts'
import type { RecordProps } from './props.ts'

/** What only those who collate decide: stage, champion, links, the institutions that a concern affects. */
export function Steering({ request, choices, refused }: RecordProps & { choices: NonNullable<RecordProps['choices']> }) {
  if (request.mergedIntoId !== null) return null
  const here = requestPath(request.id)
  const of = (form: string) => (refused?.form === form ? refused.refused : undefined)
  return (
    <Section title="For those who collate" id="steering">
      <Fold title="Set the stage" open={refused?.form === 'stage'}>
        <Form action={`${here}/stage`} id="stage" refused={of('stage')}>
          <Select
            name="stage"
            label="Stage"
            hint="The other stages follow from what happens with the vendor."
            options={byHand.map((one) => ({ value: one, label: stageNames[one] }))}
            value={request.stage}
          />
          <Field name="why" label="Why, where it is set aside" value={request.stageWhy} optional />
          <div class="row">
            <Button>Set the stage</Button>
          </div>
        </Form>
      </Fold>
      <Fold title="Name the champion" open={refused?.form === 'champion'}>
        <Form action={`${here}/champion`} id="champion" refused={of('champion')}>
          <Select
            name="personId"
            label="Champion"
            options={choices.members.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={request.championId ? String(request.championId) : undefined}
            empty="Nobody"
            optional
          />
          <div class="row">
            <Button>Name</Button>
          </div>
        </Form>
      </Fold>
      <Fold title="Link another request" open={refused?.form === 'links'}>
        <Form action={`${here}/links`} id="link" refused={of('links')}>
          <Select
            name="kind"
            label="This request is"
            options={linkKinds.map((one) => ({ value: one, label: linkNames[one] }))}
            value="related"
            empty={false}
          />
          <Field name="toId" label="Request number" inputmode="numeric" short />
          <div class="row">
            <Button>Link</Button>
          </div>
        </Form>
      </Fold>
      {request.kind === 'concern' && (
        <Fold title="Add an affected institution" open={refused?.form === 'affected'}>
          <Form action={`${here}/affected`} id="affected" refused={of('affected')}>
            <Field name="institution" label="An affected institution" hint="Its name, as in the register" />
            <Field name="versions" label="Its version" optional />
            <div class="row">
              <Button>Add</Button>
            </div>
          </Form>
        </Fold>
      )}
    </Section>
  )
}
