import { Form, TextArea } from '../lib/ui/form.tsx'
import { Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Cancel, Empty, Facts, Heading, PostButton, Section, State, Submit, Titled } from '../lib/ui/parts.tsx'
import { type Pickable, Picker } from '../lib/ui/picker.tsx'
import { Day, Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Request, RequestGroup } from './core/queries.ts'
import type { findProposal, listParties } from './merging-queries.ts'
import { whyNotCarryOut } from './merging-rules.ts'
import { MergePicture, type Picture, Side, SideText } from './merging-sides.tsx'
import { requestPath } from './parts.tsx'
import { RequestTabs } from './views.tsx'

const t = textsOf('requests', 'merging')
type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>

const stateNames = t.stateNames

/** Merges that are proposed, and what became of those before. */
export function MergesPage({ group, open, settled }: { group: RequestGroup; open: Proposal[]; settled: Proposal[] }) {
  const list = (proposals: Proposal[], label: string) => (
    <Things label={label}>
      {proposals.map((one) => (
        <Thing
          title={`${one.source} → ${one.target}`}
          href={`/merges/${one.id}`}
          meta={
            <>
              {t.requestIntoRequest({ sourceId: one.sourceId, targetId: one.targetId })} · {one.proposer && `${one.proposer}, `}
              <Time at={one.proposedAt} style="short" />
              {one.state === 'open' && <> · {t.answersBefore({ day: <Day on={one.decideOn} style="short" /> })}</>}
            </>
          }
          act={<State mood={one.state === 'open' ? 'wait' : one.state === 'merged' ? 'good' : undefined}>{stateNames[one.state]}</State>}
        />
      ))}
    </Things>
  )
  return (
    <>
      <Heading title={t.merges} lead={t.mergeTwoRequestsWhenTheir}>
        <RequestTabs group={group} current="/merges" />
      </Heading>
      <Section title={t.proposed}>{open.length === 0 ? <Empty title={t.noMergesProposed} /> : list(open, t.proposedMerges)}</Section>
      {settled.length > 0 && <Section title={t.settled}>{list(settled, t.settledMerges)}</Section>}
    </>
  )
}

/** The form that proposes a merge. */
export function ProposePage(props: {
  request: Request
  into?: number
  moves: { institutions: string[]; cases: string[] }
  days: number
  picks: Pickable[]
  /** The other side, where it is known already, with what it has now. */
  target?: { request: Request; picture: Picture } | undefined
}) {
  const { request, into, moves, days, picks, target } = props
  const list = (title: string, names: string[]) =>
    names.length > 0 && (
      <Section title={title} aside={names.length}>
        <ul class="links">
          {names.slice(0, 50).map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </Section>
    )
  return (
    <Titled
      title={t.proposeAMerge}
      meta={<a href={requestPath(request.id)}>{t.request({ id: request.id, title: request.title })}</a>}
      lead={moves.institutions.length + moves.cases.length === 0 ? t.requestHasNoSupportNo : t.supportersAuthorsGetEmail({ days })}
    >
      <Form action={`${requestPath(request.id)}/merge`}>
        <Picker name="targetId" label={t.otherRequest} group={request.groupId} best={picks} value={into} />
        <TextArea name="reason" label={t.reason} hint={t.supportersAuthorsWillRead} rows={3} optional />
        <Submit kind="primary" beside={<Cancel href={requestPath(request.id)} />} text={t.proposeIt} />
      </Form>
      {target && (
        <>
          <MergePicture picture={target.picture} />
          <div class="side-by-side">
            <Side request={request} {...target.picture.source} />
            <Side request={target.request} {...target.picture.target} />
          </div>
        </>
      )}
      {list(t.institutionsThatWillMove, moves.institutions)}
      {list(t.userCasesWillMove, moves.cases)}
    </Titled>
  )
}

/** What somebody concerned has said. */
function inWords({ stays, decidedAt, decider }: Awaited<ReturnType<typeof listParties>>[number]): string {
  if (stays) return decidedAt === null ? t.staysWithTheFirstWasNot : t.staysWithTheFirst
  if (decidedAt === null) return t.nothingYet
  return decider ? t.agrees({ decider }) : t.agreed
}

/** A proposed merge, with what would become of each request. */
export function ProposalPage(props: {
  proposal: Proposal
  /** While it is open. */
  picture: Picture | undefined
  parties: Awaited<ReturnType<typeof listParties>>
  today: string
}) {
  const { proposal, parties, picture, today } = props
  const waiting = parties.filter(({ decidedAt }) => decidedAt === null).length
  const whyNot = whyNotCarryOut(proposal.state, proposal.decideOn, waiting, today)
  return (
    <Titled
      title={`${proposal.source} → ${proposal.target}`}
      meta={t.mergeOfRequestInto({ sourceId: proposal.sourceId, targetId: proposal.targetId })}
      lead={proposal.reason}
    >
      <Facts
        items={[
          { term: t.state, value: <State mood={proposal.state === 'open' ? 'wait' : undefined}>{stateNames[proposal.state]}</State> },
          { term: t.proposedAt, value: <Time at={proposal.proposedAt} /> },
          { term: t.by, value: proposal.proposer },
          { term: t.answersBefore2, value: proposal.state === 'open' && <Day on={proposal.decideOn} /> },
          { term: t.decided, value: proposal.decidedAt && <Time at={proposal.decidedAt} /> },
          { term: t.undone, value: proposal.undoneAt && <Time at={proposal.undoneAt} /> },
        ]}
      />
      <div class="row">
        {proposal.state === 'open' && (
          <>
            {whyNot ? (
              <Button whyNot={whyNot}>{t.completeMerge}</Button>
            ) : (
              <PostButton kind="primary" action={`/merges/${proposal.id}`} fields={{ act: 'carry-out' }} text={t.completeMerge} />
            )}
            <PostButton action={`/merges/${proposal.id}`} fields={{ act: 'drop' }} text={t.letItGo} />
          </>
        )}
        {proposal.state === 'merged' && (
          <PostButton kind="danger" action={`/merges/${proposal.id}`} fields={{ act: 'undo' }} text={t.undoMerge} />
        )}
      </div>
      {picture && <MergePicture picture={picture} />}
      <Section title={t.thoseConcerned}>
        <Table
          caption={t.thoseConcerned}
          terse
          columns={[{ label: t.who }, { label: t.what }, { label: t.told, numeric: true }, { label: t.says }]}
          rows={parties.map((party) => [
            party.organisation ?? party.case,
            <span class="nowrap">{party.organisation ? t.support : t.userCase}</span>,
            party.told,
            <span class={party.stays ? undefined : 'nowrap'}>{inWords(party)}</span>,
          ])}
          none={<Empty title={t.firstRequestHasNoSupport} />}
        />
      </Section>
      <div class="side-by-side">
        <SideText id={proposal.sourceId} title={proposal.source} text={proposal.sourceText} />
        <SideText id={proposal.targetId} title={proposal.target} text={proposal.targetText} />
      </div>
    </Titled>
  )
}
