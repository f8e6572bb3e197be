import { Field, optionsById, optionsOf, Select } from '../../lib/ui/form.tsx'
import { FormFold, Section, Submit } from '../../lib/ui/parts.tsx'
import { Picker } from '../../lib/ui/picker.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { byHand, linkKinds, linkNames, stageNames } from '../core/rules.ts'
import { requestPath } from '../parts.tsx'
import type { RecordProps } from './props.ts'

const t = textsOf('requests', 'record')
const moving = textsOf('requests', 'moving')

/** What only those who collate decide: stage, champion, links, the institutions that a concern affects. */
export function Steering({ request, choices, picks, movable }: RecordProps & { choices: NonNullable<RecordProps['choices']> }) {
  if (request.mergedIntoId !== null) return null
  const here = requestPath(request.id)
  return (
    <Section title={t.theWorkingGroup} id="steering">
      <FormFold title={t.setStatus} action={`${here}/stage`} id="stage">
        <Select
          name="stage"
          label={t.stage}
          hint={t.otherStatusesChangeWhat}
          options={optionsOf(stageNames, byHand)}
          value={request.stage}
        />
        <Field name="why" label={t.reasonForSettingAside} value={request.stage === 'set_aside' ? request.stageWhy : ''} optional />
        <Submit>{t.setStatus}</Submit>
      </FormFold>
      <FormFold title={t.appointAChampion} action={`${here}/champion`} id="champion">
        <Select
          name="personId"
          label={t.champion}
          hint={t.championHint}
          options={optionsById(choices.members)}
          value={request.championId ? String(request.championId) : undefined}
          empty={t.nobody}
          optional
        />
        <Submit>{t.name}</Submit>
      </FormFold>
      <FormFold title={t.linkAnotherRequest} action={`${here}/links`} id="link">
        <Select name="kind" label={t.typeOfLink} options={optionsOf(linkNames, linkKinds)} value="related" empty={false} />
        <Picker name="toId" label={t.otherRequest} group={request.groupId} best={picks} />
        <Submit>{t.link}</Submit>
      </FormFold>
      {movable && (
        <p>
          <a href={`${here}/move`}>{moving.move}</a>
        </p>
      )}
      {request.kind === 'concern' && (
        <FormFold title={t.addAnAffectedInstitution} action={`${here}/affected`} id="affected">
          <Field name="institution" label={t.affectedInstitution} hint={t.writeNameDirectory} />
          <Field name="versions" label={t.itsVersion} optional />
          <Submit>{t.addInstitution}</Submit>
        </FormFold>
      )}
    </Section>
  )
}
