import type { Draft } from '../../lib/ui/field-parts.tsx'
import { Figures } from '../../lib/ui/figures.tsx'
import { Choices, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import { About, Button, Empty, Heading, Note, Section as PageSection, PostButton, Split, State, Submit } from '../../lib/ui/parts.tsx'
import { unlessAlone, useReader, useRefused } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { type Section, sections } from '../compose/rules.ts'
import { reportWords } from '../compose/words.ts'
import { embargoValues } from '../fields.tsx'
import { PublishingPanel, type PublishingProps } from '../publishing-views.tsx'
import { whyNotEdit } from '../rules.ts'
import { NewsState, Period } from '../views.tsx'
import type { Issue, Line, listChoosable } from './queries.ts'
import { IssueFields } from './views.tsx'

const t = textsOf('news', 'issues')
const lineStates = t.lineStates

/** A sentence that the record gives: take it, edit it, leave it out. Its source stays attached. */
function Suggested({ line, path, out }: { line: Line; path: string; out: boolean }) {
  const refused = useRefused()
  const action = `${path}/lines/${line.id}`
  const edited = line.text !== line.suggested
  return (
    <li class={`line ${line.state}`} id={`line-${line.id}`}>
      <div class="what">
        <p class="sentence">
          {line.text}{' '}
          <a class="source" href={line.sourcePath} aria-label={t.source({ text: line.text })}>
            {t.source2}
          </a>
        </p>
        {line.gone && <Note mood="late">{t.readersIssueCanNoLonger}</Note>}
        {edited && <p class="meta">{t.suggestedText({ suggested: line.suggested })}</p>}
        <details open={refused?.form === `edit-${line.id}`}>
          <summary>
            {t.editSentence}
            <About>{line.text}</About>
          </summary>
          <Form action={action} id={`edit-${line.id}`} values={{ text: line.text }}>
            <Hidden name="state" value="taken" />
            <TextArea name="text" label={t.sentence} rows={2} />
            <Submit>{t.saveAndUse}</Submit>
          </Form>
        </details>
      </div>
      <div class="act row">
        {line.state !== 'open' && <State mood={line.state === 'taken' ? 'good' : undefined}>{lineStates[line.state]}</State>}
        {line.state !== 'taken' && (
          <PostButton action={action} fields={{ state: 'taken' }} label={t.take({ text: line.text })} text={t.take2} />
        )}
        {line.state !== 'left' && (
          <PostButton action={action} kind="quiet" fields={{ state: 'left' }} label={t.leaveOut({ text: line.text })} text={t.leaveOut2} />
        )}
        {edited && !out && (
          <PostButton
            action={action}
            kind="quiet"
            fields={{ state: line.state, text: line.suggested }}
            label={t.restoreSuggestedText({ suggested: line.suggested })}
          >
            {t.restoreSuggestedText2}
          </PostButton>
        )}
      </div>
    </li>
  )
}

interface ComposeProps {
  issue: Issue
  lines: Line[]
  choosable: Awaited<ReturnType<typeof listChoosable>>
  chosen: number[]
  publishing: PublishingProps
  draft: Draft
}

/** The composer: what happened since the last issue, beside what goes out. */
export function ComposePage(props: ComposeProps) {
  const { issue, publishing, lines } = props
  const why = whyNotEdit(issue)
  const undecided = lines.filter(({ state }) => state === 'open').length
  return (
    <>
      <Heading
        title={issue.title}
        meta={
          <>
            {unlessAlone(issue.groupName) && `${issue.groupName} · `}
            {t.draftsAndIssuesNumber({ link: (words) => <a href="/news/drafts">{words}</a>, number: issue.number })} <Period {...issue} />
          </>
        }
        actions={<Button href={`/news/issues/${issue.number}`}>{t.lookAtIt}</Button>}
      >
        <p>
          <NewsState {...issue} />
        </p>
      </Heading>
      <Split aside={<PublishingPanel {...publishing} {...(undecided > 0 && { left: t.stillUndecided({ n: undecided }) })} />}>
        {why ? <Note>{why}</Note> : <ComposeParts {...props} />}
      </Split>
    </>
  )
}

/** What is chosen for an issue, and what is said of it as a whole. */
function ComposeParts({ issue, lines, choosable, chosen, draft }: ComposeProps) {
  const path = `/news/issues/${issue.number}`
  const out = issue.state === 'published'
  const count = (state: Line['state']) => lines.filter((line) => line.state === state).length
  const titles = reportWords(useReader().locale).sections
  const bySection = Map.groupBy(lines, (line) => line.section as Section)
  const ordered = [...choosable].sort((a, b) => place(chosen, a.id) - place(chosen, b.id))
  return (
    <>
      <PageSection
        title={t.whatHappened}
        id="suggestions"
        aside={issue.composedAt && <>{t.updatedOn({ time: <Time at={issue.composedAt} /> })}</>}
      >
        {lines.length > 0 && (
          <Figures
            items={[
              { value: count('taken'), label: t.used },
              { value: count('open'), label: t.toLookAt },
              { value: count('left'), label: t.leftOut3 },
            ]}
          />
        )}
        <div class="row">
          {!out && (
            <PostButton action={`${path}/compose`} kind={lines.length === 0 ? 'primary' : 'plain'}>
              {t.updateSuggestions({ first: lines.length === 0 })}
            </PostButton>
          )}
          {count('open') > 0 && <PostButton action={`${path}/rest`} kind="quiet" fields={{ state: 'taken' }} text={t.useAllOthers} />}
          {count('open') > 0 && <PostButton action={`${path}/rest`} kind="quiet" fields={{ state: 'left' }} text={t.leaveOutAllOthers} />}
        </div>
      </PageSection>
      {lines.length === 0 && <Empty title={t.noSuggestionsPeriodYet}>{t.changeThePeriodBelowOrLet}</Empty>}
      {sections
        .filter((name) => bySection.has(name))
        .map((name) => (
          <PageSection title={titles[name]} id={name}>
            <ul class="composer">
              {(bySection.get(name) ?? []).map((line) => (
                <Suggested line={line} path={path} out={out} />
              ))}
            </ul>
          </PageSection>
        ))}
      {!out && (
        <PageSection title={t.items} id="items">
          {choosable.length === 0 ? (
            <Empty title={t.noNewsItemsChoose}>
              <Button href="/news/new">{t.writeNews}</Button>
            </Empty>
          ) : (
            <Form action={`${path}/items`} id="choose" values={{ items: chosen.map(String) }}>
              <Choices
                name="items"
                label={t.newsItemsIssue}
                many
                value={chosen.map(String)}
                options={ordered.map(({ id, title, state }) => ({
                  value: String(id),
                  label: title,
                  hint: t.itemStates[state === 'published' || state === 'ready' ? state : 'draft'],
                }))}
              />
              <Submit>{t.saveNewsItems}</Submit>
            </Form>
          )}
        </PageSection>
      )}
      <PageSection title={t.theIssue} id="issue">
        <Form
          keeps
          action={`${path}/edit`}
          id="issue-form"
          draft={draft}
          multipart
          values={{
            title: issue.title,
            lead: issue.lead,
            fromOn: issue.fromOn,
            toOn: issue.toOn,
            language: issue.language,
            visibility: issue.visibility,
            ...embargoValues(issue.embargoAt, issue.embargoZone),
          }}
        >
          <Hidden name="version" value={String(issue.version)} />
          {out && <Hidden name="embargoZone" value={issue.embargoZone} />}
          <IssueFields out={out} />
          <Submit kind={out ? 'primary' : 'plain'}>{t.save}</Submit>
        </Form>
      </PageSection>
    </>
  )
}

/** What is chosen comes first, in its order. */
const place = (chosen: number[], id: number): number => {
  const at = chosen.indexOf(id)
  return at < 0 ? chosen.length : at
}
