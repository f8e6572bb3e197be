import { Check, Choices, Field, Form, Hidden, Select } from '../../lib/ui/form.tsx'
import { dotted } from '../../lib/ui/lists.tsx'
import { Cancel, Empty, Fold, Note, PostButton, Submit, Tabs, Titled } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import { kindNames, stageNames } from '../../requests/rules.ts'
import { formOf, roundRules, ruleName } from '../rules.ts'
import type { OpenVote, Rankable } from './queries.ts'
import { hiddenFrom } from './rules.ts'

const t = textsOf('ballots', 'ranking')
const ballotWords = textsOf('ballots', 'pages')
const cycleWords = textsOf('ballots', 'cyclesPage')
const electionWords = textsOf('ballots', 'electionsPage')
const datesWords = textsOf('ballots', 'callingOffPage')
const requestWords = textsOf('requests', 'pages')
const writingWords = textsOf('requests', 'writing')

interface RankPageProps {
  /** All in which this person may do so, the one of the requests first. */
  groups: readonly { id: number; slug: string; name: string }[]
  group: { id: number; slug: string; name: string }
  requests: readonly Rankable[]
  /** How many there would be, were they not too many. */
  total: number
  voters: { group: number; institutions: number }
  /** Where some of them are voted on already. */
  votes: readonly OpenVote[]
  values: Record<string, string | string[]>
  zone: string
  /** What the address asks for, so that a form that is refused shows the same requests. */
  query: string
}

/** The form that puts requests to the vote: which, who votes, until when, and how. */
export function RankPage(props: RankPageProps) {
  const { groups, group, requests, total } = props
  const list = withQuery('/requests', { group: group.slug })
  return (
    <Titled title={t.title} meta={<a href={list}>{requestWords.title}</a>} lead={t.lead}>
      {groups.length > 1 && (
        <Tabs
          label={electionWords.group}
          items={groups.map(({ id, slug, name }) => ({
            href: withQuery('/ballots/new', { group: slug }),
            label: name,
            current: id === group.id,
          }))}
        />
      )}
      {requests.length === 0 ? (
        <Empty title={t.noOpenRequests}>
          <a href={list}>{t.chooseOthers}</a> · <a href={withQuery('/requests/new', { group: group.slug })}>{writingWords.newRequest}</a>
        </Empty>
      ) : (
        <>
          {total > requests.length && (
            <Note>{t.onlyTheFirst({ shown: requests.length, total, link: (words) => <a href={list}>{words}</a> })}</Note>
          )}
          <RankForm {...props} />
        </>
      )}
    </Titled>
  )
}

function RankForm({ group, requests, voters, votes, values, zone, query }: RankPageProps) {
  return (
    <Form action={`/ballots${query}`} values={values}>
      <Hidden name="groupId" value={String(group.id)} />
      <Hidden name="zone" value={zone} />
      <Field name="title" label={electionWords.title} hint={t.nameHint} maxlength={200} />
      <Choices
        name="requestId"
        label={requestWords.title}
        many
        options={requests.map((request) => ({
          value: String(request.id),
          label: <bdi>{request.title}</bdi>,
          hint: <Facts request={request} votes={votes.filter(({ requestIds }) => requestIds.includes(request.id))} />,
        }))}
      />
      <Choices
        name="electorate"
        label={ballotWords.whoVotes}
        options={[
          { value: 'group', label: t.members({ group: group.name, n: voters.group }), hint: t.membersRead },
          {
            value: 'institutions',
            label: t.institutions({ n: voters.institutions }),
            hint: voters.institutions > 0 ? t.everyoneReads : t.noInstitutions,
          },
        ]}
      />
      {voters.institutions > 0 && <PublishCheck requests={requests} />}
      <Field name="closesAt" type="datetime-local" label={datesWords.closesOn({ zone: zoneCity(zone) })} short />
      <Select
        name="rule"
        label={ballotWords.says}
        hint={cycleWords.ruleHint}
        empty={false}
        options={[...roundRules.round_one]
          .sort((a, b) => Number(formOf(b) === 'ranks') - Number(formOf(a) === 'ranks'))
          .map((rule) => ({
            value: rule,
            label:
              formOf(rule) === 'ranks' ? cycleWords.byRanking({ rule: ruleName(rule) }) : cycleWords.byPoints({ rule: ruleName(rule) }),
          }))}
      />
      <Field name="seats" label={t.howMany} hint={t.howManyHint} inputmode="numeric" short optional />
      <Fold title={ballotWords.more}>
        <div class="stack">
          <Field name="budget" label={cycleWords.pointsPerVote} hint={t.onlyWithPoints} inputmode="numeric" short />
          <Select
            name="secrecy"
            label={electionWords.publishedVotes}
            empty={false}
            options={[
              { value: 'anonymous', label: electionWords.withoutNames },
              { value: 'public', label: electionWords.withNames },
            ]}
          />
        </div>
      </Fold>
      <Submit
        kind="primary"
        beside={
          <>
            <Cancel href={withQuery('/requests', { group: group.slug })} />
            <a href="/ballots/rules">{cycleWords.howTheRulesWork}</a>
          </>
        }
        text={t.open}
      />
    </Form>
  )
}

/** Opens in one step what the institutions cannot read yet; the group reads all of it anyway. */
function PublishCheck({ requests }: Pick<RankPageProps, 'requests'>) {
  const hidden = hiddenFrom('institutions', requests)
  return (
    hidden.length > 0 && (
      <Check
        name="publish"
        label={t.publish}
        hint={t.publishHint({ n: hidden.length, numbers: hidden.map(({ id }) => `#${id}`).join(', ') })}
      />
    )
  )
}

/** Takes back that requests became public with a ballot, where it stands which. */
export const OpenedPart = ({ ballotId, opened }: { ballotId: number; opened: readonly { id: number }[] }) =>
  opened.length > 0 && (
    <Note mood="good">
      <p>
        {t.madePublic({ n: opened.length, numbers: opened.map(({ id }) => `#${id}`).join(', ') })} {t.undoHint}
      </p>
      <PostButton action={`/ballots/${ballotId}/undo-public`} text={t.undo({ n: opened.length })} />
    </Note>
  )

interface FactsProps extends Pick<RankPageProps, 'votes'> {
  request: Rankable
}

/** What tells requests apart, who may read one that is not public, and where it is voted on already: it can be on two ballots, and whoever does that should know. */
const Facts = ({ request: { id, kind, stage, area, supporters, visibility }, votes }: FactsProps) => (
  <>
    {dotted([
      `${kindNames[kind]} ${id}`,
      stageNames[stage],
      area,
      supporters > 0 && requestWords.supportedBy({ n: supporters }),
      visibility !== 'public' && t.hidden,
      ...votes.map(({ title }) => t.onOpenBallot({ ballot: title })),
    ])}
  </>
)
