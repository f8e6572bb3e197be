import { Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { Button, Fold, Section } from '../../lib/ui/parts.tsx'
import { Picker } from '../../lib/ui/picker.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { byHand, linkKinds, linkNames, stageNames } from '../core/rules.ts'
import { requestPath } from '../parts.tsx'
import type { RecordProps } from './props.ts'

const t = textsOf('requests', 'record')
const moving = textsOf('requests', 'moving')

/** What only those who collate decide: stage, champion, links, the institutions that a concern affects. */
export function Steering({ request, choices, picks, movable, refused }: RecordProps & { choices: NonNullable<RecordProps['choices']> }) {
  if (request.mergedIntoId !== null) return null
  const here = requestPath(request.id)
  const of = (form: string) => (refused?.form === form ? refused.refused : undefined)
  return (
    <Section title={t.theWorkingGroup} id="steering">
      <Fold title={t.setStatus} open={refused?.form === 'stage'}>
        <Form action={`${here}/stage`} id="stage" refused={of('stage')}>
          <Select
            name="stage"
            label={t.stage}
            hint={t.otherStatusesChangeWhat}
            options={byHand.map((one) => ({ value: one, label: stageNames[one] }))}
            value={request.stage}
          />
          <Field name="why" label={t.reasonForSettingAside} value={request.stage === 'set_aside' ? request.stageWhy : ''} optional />
          <div class="row">
            <Button>{t.setStatus}</Button>
          </div>
        </Form>
      </Fold>
      <Fold title={t.appointAChampion} open={refused?.form === 'champion'}>
        <Form action={`${here}/champion`} id="champion" refused={of('champion')}>
          <Select
            name="personId"
            label={t.champion}
            hint={t.championHint}
            options={choices.members.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={request.championId ? String(request.championId) : undefined}
            empty={t.nobody}
            optional
          />
          <div class="row">
            <Button>{t.name}</Button>
          </div>
        </Form>
      </Fold>
      <Fold title={t.linkAnotherRequest} open={refused?.form === 'links'}>
        <Form action={`${here}/links`} id="link" refused={of('links')}>
          <Select
            name="kind"
            label={t.typeOfLink}
            options={linkKinds.map((one) => ({ value: one, label: linkNames[one] }))}
            value="related"
            empty={false}
          />
          <Picker name="toId" label={t.otherRequest} group={request.groupId} best={picks} />
          <div class="row">
            <Button>{t.link}</Button>
          </div>
        </Form>
      </Fold>
      {movable && (
        <p>
          <a href={`${here}/move`}>{moving.move}</a>
        </p>
      )}
      {request.kind === 'concern' && (
        <Fold title={t.addAnAffectedInstitution} open={refused?.form === 'affected'}>
          <Form action={`${here}/affected`} id="affected" refused={of('affected')}>
            <Field name="institution" label={t.affectedInstitution} hint={t.writeNameDirectory} />
            <Field name="versions" label={t.itsVersion} optional />
            <div class="row">
              <Button>{t.addInstitution}</Button>
            </div>
          </Form>
        </Fold>
      )}
    </Section>
  )
}
