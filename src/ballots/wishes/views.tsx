import type { WishState } from '../../lib/db/schema.ts'
import { AlikeLine, type AlikeThing, WithAlike } from '../../lib/ui/alike.tsx'
import { shorten } from '../../lib/ui/excerpt.ts'
import { Choices, Field, Form, optionsById, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { Listing, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import {
  Button,
  Cancel,
  Empty,
  Facts,
  Heading,
  type Mood,
  Note,
  PostButton,
  Section,
  Split,
  State,
  Submit,
  Tabs,
  Titled,
} from '../../lib/ui/parts.tsx'
import { type Pickable, Picker } from '../../lib/ui/picker.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { SimilarRequest } from '../../requests/queries.ts'
import type { Cycle } from '../cycles/queries.ts'
import type { Pair } from '../similar/queries.ts'
import { Likes } from '../similar/views.tsx'
import type { countWishes, listWishes, Wish } from './queries.ts'
import { fateOf, reasonNames, wishReasons, wishStateNames } from './rules.ts'

const t = textsOf('ballots', 'wishes')
const cycleWords = textsOf('ballots', 'cycles')

const wishMoods: Record<WishState, Mood | undefined> = {
  submitted: 'wait',
  accepted: 'good',
  merged: undefined,
  set_aside: undefined,
  withdrawn: undefined,
}

/** What became of a wish, in a word; once it was voted on, a link to why. */
export function Fate({ wish }: { wish: Pick<Wish, 'state' | 'reason' | 'vote'> }) {
  const { state, vote } = wish
  if (!vote) return <State mood={wishMoods[state]}>{fateOf(wish)}</State>
  return (
    <a href={`/ballots/${vote.ballotId}/results#why`}>
      <State mood={vote.chosen ? 'good' : undefined}>{fateOf(wish)}</State>
    </a>
  )
}

interface SubmitProps {
  cycle: Cycle
  institutions: { id: number; name: string }[]
  areas: string[]
  picks: Pickable[]
  /** They may see what is like theirs. */
  compared: boolean
  values: Record<string, string>
}

/** Bringing in a wish; who works nowhere that votes is told so before they write. */
export const SubmitPage = (props: SubmitProps) => {
  const { cycle, institutions } = props
  return (
    <Titled title={t.putARequestForward} meta={<a href={`/cycles/${cycle.id}`}>{cycle.title}</a>} lead={t.sayWhatYouCannotDoToday}>
      {institutions.length === 0 && !cycle.inGroup ? <Note mood="late">{t.addInstitutionBeforePut}</Note> : <SubmitForm {...props} />}
    </Titled>
  )
}

const SubmitForm = ({ cycle, institutions, areas, picks, compared, values }: SubmitProps) => (
  <Form action={`/cycles/${cycle.id}/submit`} values={{ organisationId: String(institutions[0]?.id ?? ''), ...values }}>
    <Picker name="requestId" label={t.existingRequest} hint={t.linksRequestItsUserCases} group={cycle.groupId} best={picks} optional />
    <Compared group={compared ? cycle.groupId : undefined} first={<Field name="title" label={t.inALine} maxlength={200} />}>
      <TextArea name="text" label={t.needAndPurpose} rows={8} maxlength={10_000} />
      <Field name="area" label={t.productArea} list="areas" maxlength={100} optional />
      <datalist id="areas">
        {areas.map((area) => (
          <option value={area} />
        ))}
      </datalist>
      {institutions.length > 0 && <Select name="organisationId" label={t.forIt} empty={false} options={optionsById(institutions)} />}
    </Compared>
    <Submit kind="primary" beside={<Cancel href={`/cycles/${cycle.id}`} />} text={t.putRequestForward} />
  </Form>
)

/** The fields of a form, with what is like them where that may be seen. */
const Compared = ({ group, first, children }: { group: number | undefined; first: Child; children?: Child }) =>
  group === undefined ? (
    <>
      {first}
      {children}
    </>
  ) : (
    <WithAlike group={group} first={first}>
      {children}
    </WithAlike>
  )

/** What a wish can be in the triage, in the order of its tabs; of what there is none, there is no tab. */
const triaged = ['submitted', 'asked', 'accepted', 'merged', 'set_aside'] as const

/** The triage board: what waits, what waits for consent, what was decided. */
export function TriagePage(props: {
  cycle: Cycle
  found: Awaited<ReturnType<typeof listWishes>>
  counts: Awaited<ReturnType<typeof countWishes>>
  /** Of all its wishes, those that look alike. */
  pairs: Pair[]
  /** Of those that wait, the request that each may be about. */
  alike: Map<number, AlikeThing>
  state: WishState | 'asked'
  page: number
}) {
  const { cycle, found, counts, pairs, alike, state, page } = props
  const path = `/cycles/${cycle.id}/triage`
  const decided = Object.values(counts).some(Boolean) ? t.allRequestsAreDecided : cycleWords.noWishYet
  return (
    <>
      <Heading
        title={t.triage}
        meta={<a href={`/cycles/${cycle.id}`}>{cycle.title}</a>}
        lead={cycle.frozen ? t.roundOneIsOpenTheList : t.authorRequestGetsEach}
        actions={pairs.length > 0 && <Button href={`/cycles/${cycle.id}/alike`}>{t.checkSimilarPairs({ pairs: pairs.length })}</Button>}
      >
        <Tabs
          label={t.requestsByStatus}
          items={triaged
            .filter((value) => value === 'submitted' || value === state || counts[value])
            .map((value) => ({
              href: `${path}?state=${value}`,
              label: wishStateNames[value],
              count: counts[value],
              current: value === state,
            }))}
        />
      </Heading>
      <Things label={t.wishes} of={found.wishes} none={<Empty title={state === 'submitted' ? decided : t.nothingHere} />}>
        {(wish) => (
          <Thing
            title={wish.title}
            href={`/wishes/${wish.id}`}
            meta={
              <>
                {[wish.area, wish.organisation ?? wish.person].filter(Boolean).join(' · ')} · <Time at={wish.submittedAt} style="short" />
                {wish.reason && ` · ${reasonNames[wish.reason]}: ${wish.note}`}
                {wish.state === 'merged' && ` · ${t.intoOther({ title: wish.intoTitle ?? '' })}`}
              </>
            }
            act={
              wish.state === 'submitted' && !cycle.frozen ? (
                <div class="row">
                  <PostButton
                    action={`/wishes/${wish.id}/decide`}
                    fields={{ to: 'accept', back: `${path}?state=${state}` }}
                    label={t.toTheVote({ title: wish.title })}
                    text={t.toTheVote2}
                  />
                  <Button kind="quiet" href={`/wishes/${wish.id}`} label={t.decideOtherwise({ title: wish.title })} text={t.otherwise} />
                </div>
              ) : wish.asked ? (
                <State mood="wait">{t.asked}</State>
              ) : (
                <Fate wish={wish} />
              )
            }
          >
            <LooksLike wishId={wish.id} pairs={pairs} about={alike.get(wish.id)} />
            {wish.text && <p class="snippet">{shorten(wish.text, 280)}</p>}
          </Thing>
        )}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => `${path}?state=${state}&page=${to}`} />
    </>
  )
}

/** The wish of the cycle and the request that another one looks most like, in a line of the triage. */
function LooksLike({ wishId, pairs, about }: { wishId: number; pairs: Pair[]; about: AlikeThing | undefined }) {
  const pair = pairs.find(({ one, other }) => one.id === wishId || other.id === wishId)
  const other = pair && (pair.one.id === wishId ? pair.other : pair.one)
  return (
    <>
      {other && <p class="meta">{t.looksLike({ link: <a href={`/wishes/${other.id}`}>{other.title}</a> })}</p>}
      {about && <AlikeLine thing={about} />}
    </>
  )
}

const wishFacts = (wish: Wish) => [
  { term: t.putForwardBy, value: [wish.organisation, wish.person].filter(Boolean).join(', ') },
  { term: t.on, value: <Time at={wish.submittedAt} style="date" /> },
  wish.requestId !== null && { term: t.request, value: <a href={`/requests/${wish.requestId}`}>{wish.requestId}</a> },
  wish.mergedInto !== null && { term: t.mergedInto, value: <a href={`/wishes/${wish.mergedInto}`}>{wish.intoTitle}</a> },
  wish.decidedAt !== null && wish.state !== 'submitted' ? { term: t.decidedBy, value: wish.decider } : undefined,
]

interface WishPageProps {
  wish: Wish
  targets: { id: number; title: string; area: string }[]
  likes: { pairs: Pair[]; requests: SimilarRequest[] }
}

/** One wish: what it asks, what was decided, and the ways to decide otherwise. */
export function WishPage({ wish, targets, likes }: WishPageProps) {
  const refused = useRefused()
  const { cycle, mergedWishes, rewordings, mine } = wish
  const path = `/wishes/${wish.id}`
  const asked = rewordings.find(({ agreed }) => agreed === null)
  const decides = (cycle.mayRun || cycle.inGroup) && !cycle.frozen && wish.state !== 'withdrawn'
  return (
    <Titled
      title={wish.title}
      meta={
        <>
          <a href={`/cycles/${cycle.id}`}>{cycle.title}</a>
          {(cycle.inGroup || cycle.mayRun) && (
            <>
              {' '}
              · <a href={`/cycles/${cycle.id}/triage`}>{t.triage}</a>
            </>
          )}
          {wish.area && ` · ${wish.area}`}
        </>
      }
      actions={<Fate wish={wish} />}
    >
      {refused?.form === 'page' && <Note mood="late">{refused.message}</Note>}
      {asked && mine && <AskedWords asked={asked} path={path} />}
      <Split aside={<Facts items={wishFacts(wish)} />}>
        <p class="prose" dir="auto">
          {wish.text}
        </p>
        {wish.note && <Note mood={wish.state === 'set_aside' ? 'wait' : 'good'}>{wish.note}</Note>}
        <Listing title={t.mergedRequests} label={t.mergedWishes} of={mergedWishes} none={null}>
          {(one) => <Thing title={one.title} href={`/wishes/${one.id}`} meta={one.organisation ?? ''} />}
        </Listing>
        <Listing title={t.otherWords} label={t.rewordings} of={rewordings} none={null}>
          {(one) => (
            <Thing
              title={one.title}
              meta={
                <>
                  {one.proposer}, <Time at={one.proposedAt} />
                </>
              }
              act={
                one.agreed === null ? (
                  <State mood="wait">{t.asked}</State>
                ) : one.agreed ? (
                  <State mood="good">{t.agreed}</State>
                ) : (
                  <State>{t.notAgreed}</State>
                )
              }
            >
              <p class="snippet">{one.text}</p>
            </Thing>
          )}
        </Listing>
        {mine && !cycle.frozen && wish.state !== 'withdrawn' && <PostButton action={`${path}/withdraw`}>{t.withdrawMyRequest}</PostButton>}
        {decides && <Likes wishId={wish.id} {...likes} />}
        {decides && <Deciding wish={wish} targets={targets} />}
      </Split>
    </Titled>
  )
}

/** Other words, for who submitted the wish to agree to. */
const AskedWords = ({ asked, path }: { asked: Wish['rewordings'][number]; path: string }) => (
  <Note>
    <p>{t.proposesNewWordingRequest({ proposer: asked.proposer ?? t.theGroup, why: asked.why })}</p>
    <p>
      <b>{asked.title}</b>
    </p>
    <p>{asked.text}</p>
    <div class="row">
      <PostButton action={`${path}/answer`} fields={{ rewording: String(asked.id), agreed: 'yes' }} kind="primary" text={t.iAgree} />
      <PostButton action={`${path}/answer`} fields={{ rewording: String(asked.id), agreed: 'no' }} text={t.keepMyWording} />
    </div>
  </Note>
)

/** The ways to decide on a wish. */
function Deciding({ wish, targets }: Omit<WishPageProps, 'likes'>) {
  const refused = useRefused()
  const path = `/wishes/${wish.id}`
  return (
    <Section title={t.decide}>
      <div class="row">
        {wish.state !== 'accepted' && <PostButton action={`${path}/decide`} fields={{ to: 'accept' }} kind="primary" text={t.toTheVote2} />}
        {wish.state !== 'submitted' && <PostButton action={`${path}/decide`} fields={{ to: 'back' }} text={t.undoDecision} />}
      </div>
      <details open={refused?.form === 'merge'}>
        <summary>{t.mergeWithAnotherRequest}</summary>
        <Form action={`${path}/decide`} id="merge">
          <input type="hidden" name="to" value="merge" />
          <Select
            name="into"
            label={t.into}
            options={targets.map(({ id, title, area }) => ({ value: String(id), label: title, group: area || t.noArea }))}
          />
          <TextArea name="note" label={t.reasonForTheMerge} rows={2} optional maxlength={2_000} />
          <Submit>{t.merge}</Submit>
        </Form>
      </details>
      <details open={refused?.form === 'set_aside'}>
        <summary>{t.setRequestAside}</summary>
        <Form action={`${path}/decide`} id="set_aside">
          <input type="hidden" name="to" value="set_aside" />
          <Choices name="reason" label={t.typeOfReason} options={optionsOf(reasonNames, wishReasons)} />
          <TextArea name="note" label={t.reasonForTheAuthor} rows={3} maxlength={2_000} />
          <Submit>{t.setAside}</Submit>
        </Form>
      </details>
      <details open={refused?.form === 'reword'}>
        <summary>{t.proposeNewWording}</summary>
        <Form action={`${path}/reword`} id="reword" values={{ title: wish.title, text: wish.text }}>
          <Field name="title" label={t.inALine} maxlength={200} />
          <TextArea name="text" label={t.text} rows={6} maxlength={10_000} />
          <TextArea name="why" label={t.why} rows={2} optional maxlength={2_000} />
          <Submit>{t.sendProposalToAuthor}</Submit>
        </Form>
      </details>
    </Section>
  )
}
