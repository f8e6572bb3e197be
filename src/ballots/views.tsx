import { countryName } from '../ui/countries.ts'
import { Field, Select, TextArea } from '../ui/fields.tsx'
import { Meter } from '../ui/figures.tsx'
import { Form } from '../ui/form.tsx'
import { formatDay, formatShare, plural } from '../ui/format.ts'
import type { Refused } from '../ui/forms.ts'
import { NumberedPager, Table, Thing, Things } from '../ui/lists.tsx'
import { Button, Empty, type Fact, Facts, Fold, Heading, type Mood, Note, PostButton, Section, Split, State, Tabs } from '../ui/parts.tsx'
import { Day, Time } from '../ui/time.tsx'
import type { Ballot, BallotOption, listBallots, listElectorate, listExtensions, listRehearsals, listVoters, Votership } from './queries.ts'
import { formNames, kindNames, offeredRules, quorumOf, ruleNames, secrecyNames, stateNames, tieNames } from './rules.ts'
import { toLocal } from './zones.ts'

export const moods: Record<string, Mood | undefined> = { open: 'wait', counted: 'good', closed: 'wait', thrown_away: 'late' }

export const BallotState = ({ ballot }: { ballot: Pick<Ballot, 'state'> }) => (
  <State mood={moods[ballot.state]}>{stateNames[ballot.state]}</State>
)

/** All ballots that one may see; open ones first. */
export function BallotsPage({
  found,
  mine,
  kind,
  page,
  mayRun,
  inGroup,
}: {
  found: Awaited<ReturnType<typeof listBallots>>
  mine: Votership[]
  kind: string
  page: number
  mayRun: boolean
  inGroup: boolean
}) {
  const tabs = [
    ['', 'All'],
    ['wishes', 'Enhancements'],
    ['election', 'Elections'],
    ['motion', 'Motions'],
  ] as const
  return (
    <>
      <Heading
        title="Ballots"
        lead="What is put to the vote, who may vote, and what came of it. Every result can be counted again by anybody."
        actions={
          <>
            <Button href="/cycles">Enhancement cycles</Button>
            {mayRun && <Button href="/elections/new">New election</Button>}
            {inGroup && (
              <Button kind="primary" href="/motions/new">
                Put a question
              </Button>
            )}
          </>
        }
      >
        <Tabs
          label="Kinds of ballots"
          items={tabs.map(([value, label]) => ({ href: value ? `/ballots?kind=${value}` : '/ballots', label, current: kind === value }))}
        />
      </Heading>
      {mine.length > 0 && <MyPapers mine={mine} />}
      {found.ballots.length === 0 ? (
        <Empty title="No ballot yet.">When one is set up, its dates and its rule stand here before anybody votes.</Empty>
      ) : (
        <Things label="Ballots">
          {found.ballots.map((ballot) => (
            <Thing
              title={ballot.title}
              href={`/ballots/${ballot.id}`}
              meta={
                <>
                  {ballot.rehearsalOf === null ? kindNames[ballot.kind] : 'Rehearsal'} · {ballot.group} ·{' '}
                  {ballot.state === 'counted' ? 'closed' : 'closes'} on <Time at={ballot.closesAt} style="short" />
                </>
              }
              act={<BallotState ballot={ballot} />}
            />
          ))}
        </Things>
      )}
      <NumberedPager
        current={page}
        count={found.pages}
        hrefFor={(to) => `/ballots?${new URLSearchParams({ ...(kind ? { kind } : {}), page: String(to) })}`}
      />
      <p class="toolbar row">
        <a href="/ballots.ics">Dates of all ballots for your calendar (ICS)</a>
      </p>
    </>
  )
}

/** The ballots that wait for this person, or have her voice. */
function MyPapers({ mine }: { mine: Votership[] }) {
  return (
    <Section title="Yours">
      <Things label="Your ballots">
        {mine.map((voter) => (
          <Thing
            title={`The ballot of ${voter.name}`}
            href={`/ballots/${voter.ballotId}/papers/${voter.id}`}
            meta={
              voter.casts
                ? voter.standIn
                  ? 'You are the stand-in of its referent.'
                  : 'You cast it.'
                : 'Your referent casts it; you can tell her what you need.'
            }
            act={
              voter.votedAt ? (
                <State mood="good">Cast</State>
              ) : voter.casts ? (
                <Button kind="primary" href={`/ballots/${voter.ballotId}/papers/${voter.id}`}>
                  Fill it in
                </Button>
              ) : (
                <State mood="wait">Not cast yet</State>
              )
            }
          />
        ))}
      </Things>
    </Section>
  )
}

export interface BallotPageProps {
  ballot: Ballot
  options: BallotOption[]
  hosts: { id: number; name: string }[]
  turnout: { voters: number; voted: number }
  mine: Votership[]
  extensions: Awaited<ReturnType<typeof listExtensions>>
  rehearsals: Awaited<ReturnType<typeof listRehearsals>>
  refused?: Refused
  form?: 'extend' | 'change'
}

/** When it opens, closes, or was counted. */
function When({ ballot }: { ballot: Ballot }) {
  return (
    <>
      {ballot.state === 'preparing' && (
        <>
          Opens on <Time at={ballot.opensAt} style="full" />.
        </>
      )}
      {ballot.state === 'open' && (
        <>
          Open until <Time at={ballot.closesAt} style="full" />.
        </>
      )}
      {ballot.state === 'counted' && ballot.closedAt && (
        <>
          Closed and counted on <Time at={ballot.closedAt} style="full" />.
        </>
      )}
      {ballot.state === 'thrown_away' && 'A rehearsal that was thrown away.'}
    </>
  )
}

/** How it is counted: what holds for every ballot, and what for rounds and elections. */
function factsOf(props: BallotPageProps): (Fact | false | undefined)[] {
  return [...generalFacts(props), ...(props.ballot.kind === 'motion' ? [] : countingFacts(props)), ...whoFacts(props)]
}

function generalFacts({ ballot, turnout }: BallotPageProps): (Fact | false | undefined)[] {
  const share = turnout.voters === 0 ? 0 : turnout.voted / turnout.voters
  return [
    { term: 'State', value: <BallotState ballot={ballot} /> },
    (ballot.state === 'open' || ballot.state === 'counted') && {
      term: 'Turnout',
      value: `${turnout.voted} of ${turnout.voters}, ${formatShare('en', share)}`,
    },
    ballot.quorum !== null && {
      term: 'Quorum',
      value: `${quorumOf(turnout.voters, ballot.quorum)} of ${turnout.voters} (${ballot.quorum} %)`,
    },
    { term: 'A paper says', value: ballot.byConsent ? 'nothing: who objects says so' : formNames[ballot.form] },
    ballot.budget !== null && {
      term: 'Points',
      value: `${ballot.budget}${ballot.most === null ? '' : `, at most ${ballot.most} for one`}`,
    },
  ]
}

function countingFacts({ ballot }: BallotPageProps): (Fact | false | undefined)[] {
  return [
    ballot.seats !== null && { term: ballot.kind === 'election' ? 'Seats' : 'How many go on', value: ballot.seats },
    ballot.capacity !== null && { term: 'What the winners may cost', value: ballot.capacity },
    { term: 'Counted by', value: <a href="/ballots/rules">{ruleNames[ballot.rule] ?? ballot.rule}</a> },
    { term: 'Ties are broken', value: tieNames[ballot.ties] },
    ballot.ties === 'lot' && ballot.seedHash !== null && { term: 'SHA-256 of the seed', value: <code>{ballot.seedHash}</code> },
  ]
}

function whoFacts({ ballot, hosts }: BallotPageProps): (Fact | false | undefined)[] {
  const institutions = (
    <>
      institutions of {hosts.map(({ name }) => name).join(' and ')} with a contract for {ballot.product} on <Day on={ballot.recordOn} />
    </>
  )
  return [
    { term: 'Secrecy', value: secrecyNames[ballot.secrecy] },
    { term: 'Who votes', value: ballot.electorate === 'group' ? 'the members of the group' : institutions },
    ballot.mayRun && { term: 'Electorate', value: <a href={`/ballots/${ballot.id}/electorate`}>Who votes, who can be reached</a> },
  ]
}

/** One ballot: what is asked, by which rule it is counted, until when, and where it stands. */
export function BallotPage({ more, ...props }: BallotPageProps & { more?: unknown }) {
  const { ballot, options, turnout, mine, extensions, rehearsals } = props
  const path = `/ballots/${ballot.id}`
  return (
    <>
      <Heading
        title={ballot.title}
        meta={
          <>
            {kindNames[ballot.kind]} · <a href={ballot.cycleId === null ? '/ballots' : `/cycles/${ballot.cycleId}`}>{ballot.group}</a>
          </>
        }
        lead={<When ballot={ballot} />}
        actions={
          ballot.state === 'counted' ? (
            <Button kind="primary" href={`${path}/results`}>
              The result
            </Button>
          ) : undefined
        }
      />
      {ballot.rehearsalOf !== null && <RehearsalNote ballot={ballot} />}
      <Split aside={<Facts items={factsOf(props)} />}>
        {mine.length > 0 && ballot.state === 'open' && !ballot.byConsent && <MyPapers mine={mine} />}
        {ballot.state === 'open' && !ballot.byConsent && (
          <Meter value={turnout.voted} of={turnout.voters} label={`${turnout.voted} of ${turnout.voters} ballots are cast`} />
        )}
        {more as never}
        {extensions.length > 0 && <Extensions extensions={extensions} />}
        {ballot.question && ballot.kind === 'wishes' && <p class="meta">{ballot.question}</p>}
        {ballot.kind !== 'motion' && <Options ballot={ballot} options={options} />}
        {rehearsals.length > 0 && <Rehearsals rehearsals={rehearsals} />}
        {ballot.mayRun && <Running {...props} />}
      </Split>
    </>
  )
}

const RehearsalNote = ({ ballot }: { ballot: Ballot }) => (
  <Note mood="late">
    {ballot.state === 'thrown_away'
      ? `A rehearsal with ${(ballot.account as { papers?: number } | null)?.papers ?? 0} test papers. All of it was thrown away; nothing of it counts.`
      : 'A rehearsal: nothing that is cast here counts, and all of it is thrown away.'}{' '}
    <a href={`/ballots/${ballot.rehearsalOf}`}>The ballot itself</a>
  </Note>
)

function Extensions({ extensions }: Pick<BallotPageProps, 'extensions'>) {
  return (
    <Section title="Extensions">
      <Things label="Extensions">
        {extensions.map((extension) => (
          <Thing
            title={extension.reason}
            meta={
              <>
                From <Time at={extension.fromAt} /> to <Time at={extension.toAt} />, {extension.madeBy ?? 'by itself'},{' '}
                <Time at={extension.madeAt} style="short" />
              </>
            }
          />
        ))}
      </Things>
    </Section>
  )
}

function Options({ ballot, options }: { ballot: Ballot; options: BallotOption[] }) {
  if (options.length === 0)
    return (
      <Empty
        title={
          ballot.kind === 'election'
            ? 'The candidates stand here once nominations are closed.'
            : 'What goes to the vote stands here once the triage is over.'
        }
      />
    )
  return (
    <Section
      title={ballot.kind === 'election' ? 'Candidates' : 'On the ballot'}
      aside={ballot.state === 'preparing' ? 'can still change' : 'with the texts as voted'}
    >
      <Things label="Options">
        {options.map((option) => (
          <Thing
            title={`${option.number}. ${option.title}`}
            meta={[
              option.area,
              option.cost === null ? '' : `costs ${option.cost}`,
              option.askedBy.length > 0
                ? plural('en', option.askedBy.length, { one: 'asked for by # institution', other: 'asked for by # institutions' })
                : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {(option.text || option.solution) && (
              <details>
                <summary>More about it</summary>
                <div class="prose">
                  {option.text && <p dir="auto">{option.text}</p>}
                  {option.solution && (
                    <p dir="auto">
                      <b>What the vendor would build:</b> {option.solution}
                    </p>
                  )}
                </div>
              </details>
            )}
          </Thing>
        ))}
      </Things>
    </Section>
  )
}

function Rehearsals({ rehearsals }: { rehearsals: BallotPageProps['rehearsals'] }) {
  return (
    <Section title="Rehearsals">
      <Things label="Rehearsals">
        {rehearsals.map(({ id, state, openedAt, closedAt, account }) => (
          <Thing
            title={
              state === 'thrown_away'
                ? `Thrown away, with ${(account as { papers?: number } | null)?.papers ?? 0} test papers`
                : 'A rehearsal runs'
            }
            href={`/ballots/${id}`}
            meta={state === 'thrown_away' ? closedAt && <Time at={closedAt} /> : openedAt && <Time at={openedAt} />}
            act={<State mood={moods[state]}>{stateNames[state]}</State>}
          />
        ))}
      </Things>
    </Section>
  )
}

/** For those who run it: rehearse, extend, and before the opening the rules of the game. */
function Running({ ballot, options, refused, form }: BallotPageProps) {
  const path = `/ballots/${ballot.id}`
  const refusedIn = (name: string) => (form === name ? refused : undefined)
  if (ballot.rehearsalOf !== null)
    return (
      <div class="row">
        {ballot.state === 'open' && <PostButton action={`${path}/fill`}>Cast 40 test papers</PostButton>}
        {ballot.state === 'open' && <PostButton action={`${path}/count`}>Close it and count</PostButton>}
        {ballot.state !== 'thrown_away' && (
          <PostButton action={`${path}/throw-away`} kind="danger">
            Throw the rehearsal away
          </PostButton>
        )}
      </div>
    )
  return (
    <>
      {ballot.state === 'preparing' && (
        <Section title="Before the opening">
          {ballot.kind === 'wishes' && (
            <div class="row">
              <PostButton action={`${path}/rehearse`} whyNot={options.length === 0 ? 'There is nothing on the ballot yet.' : undefined}>
                Rehearse it on test papers
              </PostButton>
            </div>
          )}
          <ChangeForm ballot={ballot} refused={refusedIn('change')} />
        </Section>
      )}
      {ballot.state === 'open' && (
        <Fold title="Extend it" open={refusedIn('extend') !== undefined}>
          <Form
            action={`${path}/extend`}
            id="extend"
            refused={refusedIn('extend')}
            values={{ closesAt: toLocal(ballot.closesAt, ballot.zone) }}
          >
            <Field
              name="closesAt"
              type="datetime-local"
              label={`Closes on (${ballot.zone})`}
              hint="Later than now; a ballot is never shortened."
              short
            />
            <TextArea name="reason" label="Why" hint="Kept for good, and told to all who vote." rows={3} />
            <div class="row">
              <Button>Extend and tell all</Button>
            </div>
          </Form>
        </Fold>
      )}
    </>
  )
}

/** What decides how a ballot is counted; it can be changed until the opening. */
function ChangeForm({ ballot, refused }: { ballot: Ballot; refused: Refused | undefined }) {
  const settings = ballot.settings as { minScore?: number; misfit?: string }
  return (
    <Form
      action={`/ballots/${ballot.id}/change`}
      id="change"
      refused={refused}
      values={{
        title: ballot.title,
        rule: ballot.rule,
        secrecy: ballot.secrecy,
        ties: ballot.ties,
        budget: String(ballot.budget ?? ''),
        most: String(ballot.most ?? ''),
        capacity: String(ballot.capacity ?? ''),
        seats: String(ballot.seats ?? ''),
        recordOn: ballot.recordOn,
        tieOrder: ballot.tieOrder.join(', '),
        minScore: String(settings.minScore ?? ''),
        misfit: settings.misfit ?? 'skip',
      }}
    >
      <Field name="title" label="Title" maxlength={200} />
      {ballot.kind === 'wishes' && (
        <>
          <Select
            name="rule"
            label="Counted by"
            empty={false}
            options={offeredRules[ballot.form].map((rule) => ({ value: rule, label: ruleNames[rule] ?? rule }))}
          />
          {ballot.rule === 'greedy' && (
            <>
              <Field name="minScore" label="Least points to be chosen" inputmode="numeric" short optional />
              <Select
                name="misfit"
                label="What does not fit into the capacity"
                empty={false}
                options={[
                  { value: 'skip', label: 'is passed over' },
                  { value: 'stop', label: 'ends the count' },
                ]}
              />
            </>
          )}
          {ballot.budget !== null && <Field name="budget" label="Points of each ballot" inputmode="numeric" short />}
          {ballot.budget !== null && <Field name="most" label="At most for one wish" inputmode="numeric" short optional />}
          {ballot.capacity !== null && <Field name="capacity" label="Capacity in development points" inputmode="numeric" short />}
        </>
      )}
      {ballot.seats !== null && ballot.kind !== 'motion' && (
        <Field name="seats" label={ballot.kind === 'election' ? 'Seats' : 'How many go on to the vendor'} inputmode="numeric" short />
      )}
      <Select
        name="ties"
        label="Ties are broken"
        empty={false}
        options={Object.entries(tieNames).map(([value, label]) => ({ value, label }))}
      />
      <Field
        name="tieOrder"
        label="The chair’s order"
        hint="Numbers of the options, the preferred first; only for ties by the chair."
        optional
      />
      <Select
        name="secrecy"
        label="Secrecy"
        empty={false}
        options={Object.entries(secrecyNames).map(([value, label]) => ({ value, label }))}
      />
      <Field name="recordOn" type="date" label="Record date" hint="Membership and contract count as on this day." short />
      <div class="row">
        <Button>Save</Button>
      </div>
    </Form>
  )
}

/** Who votes: as it would be now, or as it was fixed; who has voted, and whom no mail reaches. Never how. */
export function ElectoratePage({
  ballot,
  electorate,
  voters,
  speakers,
  asked,
}: {
  ballot: Ballot
  electorate: Awaited<ReturnType<typeof listElectorate>>
  voters: Awaited<ReturnType<typeof listVoters>>
  speakers: { organisationId: number | null; name: string; email: string | null; standIn: boolean }[]
  asked: { organisationId: number; name: string; askedAt: Date }[]
}) {
  const fixed = voters.length > 0
  const rows = fixed
    ? voters.map((voter) => ({ ...voter, id: voter.organisationId ?? 0 }))
    : electorate.map((one) => ({ ...one, votedAt: null }))
  const speakersOf = (id: number) => speakers.filter(({ organisationId }) => organisationId === id)
  const unreached = ballot.electorate === 'institutions' ? rows.filter(({ id }) => !speakersOf(id).some(({ email }) => email !== null)) : []
  return (
    <>
      <Heading
        title="Who votes"
        meta={<a href={`/ballots/${ballot.id}`}>{ballot.title}</a>}
        lead={
          fixed ? (
            <>
              Fixed when the ballot opened, as of <Day on={ballot.recordOn} />. What ended later changes nothing.
            </>
          ) : (
            <>
              As the register stands now, for the record date <Day on={ballot.recordOn} />. It is fixed when the ballot opens.
            </>
          )
        }
      />
      {unreached.length > 0 && (
        <Section title="No mail reaches them" aside={`${unreached.length} of ${rows.length}`}>
          <Things label="Institutions without a reachable referent">
            {unreached.map((one) => (
              <Thing
                title={one.name}
                href={`/organisations/${one.id}`}
                meta={
                  asked
                    .filter(({ organisationId }) => organisationId === one.id)
                    .map(({ name, askedAt }) => `${name} was asked on ${formatDay({ locale: 'en' }, askedAt.toISOString().slice(0, 10))}`)
                    .join(', ') || 'Nobody there has been asked: thirty days before the opening, those who work there are.'
                }
                act={<State mood="late">No referent</State>}
              />
            ))}
          </Things>
        </Section>
      )}
      <Section title={ballot.electorate === 'group' ? 'Members' : 'Institutions'} aside={`${rows.length}`}>
        {rows.length === 0 && <Empty title="Nobody meets the conditions on the record date." />}
        <Table
          caption="Who votes"
          hideCaption
          columns={[{ label: 'Voter' }, { label: 'Country' }, { label: 'Speaks for it' }, { label: 'Ballot' }]}
          rows={rows.map((one) => [
            one.name,
            one.country ? countryName(one.country) : '',
            speakersOf(one.id)
              .map(({ name, standIn, email }) => `${name}${standIn ? ' (stand-in)' : ''}${email === null ? ', not reachable' : ''}`)
              .join(', '),
            one.votedAt ? <State mood="good">Cast</State> : fixed ? <State mood="wait">Not yet</State> : '',
          ])}
        />
      </Section>
    </>
  )
}

const ruleTexts: [string, string, string][] = [
  [
    'greedy',
    'Points are added up; the wish with most points comes first, then the next, as long as the capacity reaches.',
    'Easy to check by hand. A majority that agrees can take everything.',
  ],
  [
    'equal-shares',
    'Each paper gets the same share of the capacity and spends it only on what it supports; what gives its supporters most for their money is bought first.',
    'A tenth of the papers decides over a tenth of the capacity. Often something stays unspent.',
  ],
  [
    'equal-shares-add1',
    'As Equal Shares, with the shares raised step by step until what they buy would not fit any more.',
    'As Equal Shares, and little stays unspent.',
  ],
  [
    'scottish-stv',
    'Who reaches the quota is elected; what she has beyond it goes to the next names, and so do the papers of who is excluded.',
    'Groups are represented by their size; no vote is wasted.',
  ],
  [
    'score',
    'A motion passes when more say yes than no, and enough have voted.',
    'Who abstains is counted for the quorum and for nothing else.',
  ],
]

/** The rules that a group may choose, in two sentences each. */
export const RulesPage = () => (
  <>
    <Heading
      title="How ballots are counted"
      lead="The rule is chosen before the round. The same papers are counted by the others too, to compare."
    />
    {ruleTexts.map(([rule, how, promise]) => (
      <Section title={ruleNames[rule] ?? rule}>
        <p class="prose">{how}</p>
        <p class="prose soft">{promise}</p>
      </Section>
    ))}
    <Section title="Secrecy, plainly">
      <div class="prose">
        <p>
          A paper is sealed to the key of its round when it is cast. The close opens all papers at once, copies them in random order without
          times and voters, counts them, and deletes the sealed ones with the key. A backup never holds the key.
        </p>
        <p>
          Until the close, whoever has both the running database and the secret of this installation could open papers with a program of
          their own, and whoever changes the program could watch. After the close nobody can tell whose a paper is, but the voter who kept
          her receipt.
        </p>
      </div>
    </Section>
  </>
)
