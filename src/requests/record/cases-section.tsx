import { Field } from '../../lib/ui/form.tsx'
import { hideAddresses } from '../../lib/ui/hidden.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, FormFold, PostButton, Section } from '../../lib/ui/parts.tsx'
import { messagePath } from '../../lib/ui/paths.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { consentNames } from '../cases/rules.ts'
import type { Request } from '../core/queries.ts'
import { inGroup } from '../group-choice.tsx'
import { casePath, requestPath } from '../parts.tsx'
import type { RecordProps } from './props.ts'

const t = textsOf('requests', 'record')
const caseWords = textsOf('requests', 'cases')
const pageWords = textsOf('requests', 'pages')
const views = textsOf('requests', 'views')

/** The user cases of a request. */
export function CasesSection({ request, group, cases, counted }: RecordProps) {
  const { record: words, cases: title } = pageWords
  const hidden = counted.cases - cases.length
  const from = counted.institutions > 0 ? words.casesFrom({ n: counted.institutions }) : undefined
  return (
    <Section title={title} id="cases" aside={hidden > 0 ? words.shown({ n: cases.length, of: counted.cases }) : from}>
      <Things label={title} of={cases} none={<Empty title={hidden > 0 ? words.notAgreed : words.noCases} />}>
        {(one) => <CaseThing one={one} request={request} collates={group.mayCollate} />}
      </Things>
      {group.mayContribute && request.mergedIntoId === null && (
        <div class="row">
          <Button href={inGroup(group, `/cases/new?request=${request.id}`)} text={views.shareAUserCase} />
        </div>
      )}
      {group.mayCollate && request.mergedIntoId === null && (
        <FormFold title={t.addAUserCase} action={`${requestPath(request.id)}/cases`} id="add-case">
          <div class="filters">
            <Field name="caseId" label={t.itsNumber} inputmode="numeric" short />
            <Button>{t.addIt}</Button>
            <Button kind="quiet" href="/cases?loose=yes" text={t.viewUserCasesWithoutRequest} />
          </div>
        </FormFold>
      )}
    </Section>
  )
}

function CaseThing({ one, request, collates }: { one: RecordProps['cases'][number]; request: Request; collates: boolean }) {
  const words = pageWords.record
  const [source] = one.sources
  return (
    <Thing
      title={one.title}
      href={casePath(one.id)}
      meta={
        <>
          {one.person ?? one.authorName}
          {one.organisation && `, ${one.organisation}`}
          {one.frequency && `, ${one.frequency}`} ·{' '}
          {source?.list && source.mailId ? (
            <a href={messagePath(source.list, source.mailId, source.variant ?? 1)}>
              {words.messageOf({ time: <Time at={source.saidAt} style="date" /> })}
            </a>
          ) : (
            <Time at={one.saidAt} style="date" />
          )}
          {collates && ` · ${caseWords.quoting}: ${consentNames[one.consent]}`}
        </>
      }
      act={
        collates && (
          <PostButton
            kind="quiet"
            action={`${requestPath(request.id)}/cases/${one.id}/release`}
            label={t.takeOut({ title: one.title })}
            text={t.takeOut2}
          />
        )
      }
    >
      <blockquote class="quote">{clip(one.problem || hideAddresses(source?.excerpt ?? ''))}</blockquote>
    </Thing>
  )
}

const clip = (text: string): string => (text.length > 360 ? `${text.slice(0, text.lastIndexOf(' ', 360))} …` : text)
