import { idsOf } from '../../lib/db/rows.ts'
import { domainOf, showDomain } from '../../lib/mail/domain.ts'
import { countryName } from '../../lib/ui/countries.ts'
import { Check, Choices, Form, optionsById, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { languageNow } from '../../lib/ui/language.ts'
import { dotted, Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Buttons, Empty, Facts, FormSection, Heading, type Mood, Note, PostButton, Split, State, Submit } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { useRefused } from '../../lib/ui/reader.ts'
import { foreignRel } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { kindNames } from '../../people/rules.ts'
import { sayLikeness } from '../core/alike-words.ts'
import type { getModeratedList } from '../core/queries.ts'
import { isClaimed } from '../moderation/rules.ts'
import { LookAfter } from '../nav.tsx'
import type { getCard, listWaiting } from './queries.ts'
import { chooseHost, isEligible, meantBy, type RungState } from './rules.ts'

const t = textsOf('list', 'vettingPage')

type Card = Awaited<ReturnType<typeof getCard>>
type List = Awaited<ReturnType<typeof getModeratedList>>

const moods: Record<RungState, Mood | undefined> = { proved: 'good', person: 'wait', open: undefined }
const rungWords: Record<RungState, string> = t.rungWords
const proofs: Record<string, string> = t.proofs
// A subscription that an import or an erasure ended says nothing of who had it.
const endings: Record<string, string> = { link: t.leftList, mail: t.leftList, page: t.leftList, owner: t.removedOn }

const policies = () => optionsOf(t.policies)

/** Requests that wait, and what the list lets in by itself. */
export function WaitingPage(props: { list: List; requests: Awaited<ReturnType<typeof listWaiting>>; mayOwn: boolean; now: Date }) {
  const { list, requests, mayOwn, now } = props
  return (
    <>
      <Heading title={t.applicationsToJoin2} meta={list.title}>
        <LookAfter list={list} current="requests" />
      </Heading>
      <Things label={t.applicationsToJoin2} none={<Empty title={t.nobodyWaits}>{t.applicationsConfirmedAddress}</Empty>}>
        {requests.map((request) => (
          <Thing
            title={request.name || request.email}
            href={`/lists/${list.name}/requests/${request.id}`}
            meta={
              <>
                {request.email}
                {request.confirmedAt && <> {t.addressConfirmed({ time: <Time at={request.confirmedAt} relative /> })}</>}
              </>
            }
            act={
              request.claimer && isClaimed(request, now) ? (
                <State mood="wait">{t.isLooking({ claimer: request.claimer })}</State>
              ) : undefined
            }
          />
        ))}
      </Things>
      {mayOwn && (
        <FormSection keeps title={t.automaticApproval} action={`/lists/${list.name}/approval`} values={{ approval: list.approval }}>
          <Choices name="approval" label={t.peopleWhoCanJoinWithout} hint={t.moderatorAlwaysDecidesFree} options={policies()} />
          <Submit>{t.save}</Submit>
        </FormSection>
      )}
    </>
  )
}

function domainSentence({ evidence, ladder }: Card): string {
  const shown = showDomain(evidence.domain)
  const [first] = evidence.candidates
  switch (ladder.reading) {
    case 'free':
      return t.givesAddressesEveryone({ shown })
    case 'student':
      return t.doesNotLookLikeStaff({ shown, name: first?.name })
    case 'unknown':
      return t.directoryHasNoOrganisation({ shown })
    case 'stated':
      return t.statedBy({ name: evidence.stated[0]?.name ?? '' })
    case 'several':
      return t.severalOrganisationsHaveAPartOf({
        shown,
        candidates: evidence.candidates.map((one) => `${one.name} (${showDomain(one.domain)})`).join(', '),
      })
    default:
      return t.belongsTo({
        domain: showDomain(first?.domain ?? shown),
        name: first?.name ?? '',
        kind: kindNames[first?.kind ?? 'institution'],
      })
  }
}

function contractSentence({ evidence, ladder }: Card): string {
  const eligible = [...evidence.candidates, ...evidence.stated].filter(isEligible).map((one) => one.name)
  if (eligible.length === 0) return evidence.candidates.length > 0 ? t.noContractForceToday : t.noOrganisationSoNoContract
  if (ladder.contract === 'proved' && meantBy(ladder, evidence)?.contract !== true)
    return t.belongsVendorNoContract({ name: eligible[0] ?? '' })
  return t.inForceToday({ names: [...new Set(eligible)] })
}

function StaffEvidence({ card }: { card: Card }) {
  const { given, list, request, referents } = card
  const asked = new Set(given.map((one) => one.personId))
  return (
    <>
      {given.map((one) => (
        <p>
          {one.kind === 'staff_page' &&
            t.staffPage({
              link: (
                <a href={one.text} rel={foreignRel} class="break">
                  {one.text}
                </a>
              ),
            })}
          {one.kind === 'note' && <>{t.says({ text: one.text })}</>}
          {one.kind === 'answer' && <>{t.answers({ text: one.text })}</>}
          {one.kind === 'question' && <>{t.asked({ person: one.person, text: one.text })}</>}
          {one.kind === 'federated' &&
            t.signInOf({ organisation: one.organisation ?? t.theInstitution, stated: <span class="break">{one.text}</span> })}
          {one.kind === 'vouch' && vouchSentence(one)}
        </p>
      ))}
      {request.state === 'waiting' &&
        referents
          .filter((one) => !asked.has(one.id))
          .map((one) => (
            <PostButton action={`/lists/${list.name}/requests/${request.id}/referents/${one.id}`}>
              {t.askHasstandinSelectTrueStandIn({ name: one.name, isStandIn: one.standIn, organisation: one.organisation })}
            </PostButton>
          ))}
    </>
  )
}

function vouchSentence(one: Card['given'][number]): string {
  if (one.personId === null) return t.namedUnknown({ email: one.text })
  const who = `${one.person}${one.organisation ? `, ${one.organisation}` : ''}`
  if (one.answer === null) return t.questionSentNotAnsweredYet({ who })
  return one.answer ? t.vouches({ who }) : t.workplaceNotConfirmedBy({ who })
}

interface RungProps {
  title: string
  state: RungState
  sentence: string
  children?: Parameters<typeof Thing>[0]['children']
}

const Rung = ({ title, state, sentence, children }: RungProps) => (
  <Thing title={title} meta={sentence} act={<State mood={moods[state]}>{rungWords[state]}</State>}>
    {children}
  </Thing>
)

const Earlier = ({ card: { earlier, request } }: { card: Card }) => (
  <Listing title={t.earlierRequests}>
    {earlier.map((one) => (
      <Thing
        title={`${one.title} · ${t.states[one.state]}`}
        meta={dotted([<Time at={one.askedAt} style="date" />, one.email !== request.email && one.email, one.decider, one.reason])}
      />
    ))}
  </Listing>
)

const Settled = ({ request }: Pick<Card, 'request'>) => (
  <Note mood={request.state === 'approved' ? 'good' : 'late'}>
    {t.states[request.state]}
    {request.reason && `: ${request.reason}`}
  </Note>
)

/** What others publish about a domain that the register does not have, and the way to add it. */
const Unknown = ({ card: { suggestions, request }, mayKeep }: { card: Card; mayKeep: boolean }) => (
  <>
    {suggestions.map((one) => (
      <p>
        {t.suggestionFrom({
          source: one.source === 'ror' ? 'ROR' : 'Hipo',
          name: one.name,
          country: one.country ? countryName(one.country) : undefined,
        })}{' '}
        {mayKeep && (
          <a href={one.registered ? `/organisations/${one.registered}/edit` : `/organisations/new?pick=${one.id}`}>
            {t.addToDirectory({ hasRegistered: Boolean(one.registered) })}
          </a>
        )}
      </p>
    ))}
    {mayKeep && (
      <p>
        <a href={withQuery('/organisations/new', { name: request.institution, domain: domainOf(request.email) })}>
          {t.addOrganisationToDirectory({ hasSuggestions: suggestions.length > 0 })}
        </a>
      </p>
    )}
  </>
)

/** The card of one request. */
export function CardPage({ card, now, mayKeep }: { card: Card; now: Date; mayKeep: boolean }) {
  const { list, request, ladder, evidence, claimer, earlier, ended } = card
  const ending = ended && endings[ended.how]
  const path = `/lists/${list.name}/requests/${request.id}`
  const waiting = request.state === 'waiting'
  return (
    <>
      <Heading
        title={request.name || request.email}
        meta={<a href={`/lists/${list.name}/requests`}>{t.applicationToJoin({ title: list.title })}</a>}
      >
        {waiting && <Claim path={path} claimer={isClaimed(request, now) ? claimer : undefined} />}
      </Heading>
      <Split
        first
        aside={
          <>
            <Facts
              items={[
                { term: t.address, value: <span class="break">{request.email}</span> },
                { term: t.saidInstitution, value: request.institution },
                { term: t.occupation, value: request.occupation },
                { term: t.asked2, value: <Time at={request.askedAt} /> },
                { term: t.knownHereAs, value: card.knownAs },
                { term: t.worksHere, value: card.works },
                ended !== undefined && ending !== undefined && { term: ending, value: <Time at={ended.at} style="date" /> },
                { term: t.decidedBy, value: card.decider },
                { term: t.organisation, value: card.organisation },
                { term: t.responsibleForTheData, value: card.host },
                { term: t.proved, value: waiting ? undefined : request.proved.map((one) => proofs[one] ?? one).join(', ') },
              ]}
            />
            {earlier.length > 0 && <Earlier card={card} />}
          </>
        }
      >
        {waiting ? (
          <>
            {card.likenesses.map((one) => (
              <Note mood="late">{sayLikeness(one, languageNow())}</Note>
            ))}
            <Things label={t.evidence}>
              <Rung title={t.address} state={ladder.address} sentence={t.applicantAnsweredEmail} />
              <Rung title={t.domain} state={ladder.domain} sentence={domainSentence(card)}>
                {ladder.reading === 'unknown' && <Unknown card={card} mayKeep={mayKeep} />}
              </Rung>
              <Rung title={t.contract} state={ladder.contract} sentence={contractSentence(card)} />
              <Rung
                title={t.staff}
                state={ladder.staff}
                sentence={
                  evidence.statedBy.length > 0
                    ? t.institutionConfirmsIt
                    : evidence.vouchedFor.length > 0
                      ? t.somebodyVouches
                      : t.evidencePersonWorksThere
                }
              >
                <StaffEvidence card={card} />
              </Rung>
            </Things>
            <DecisionForm card={card} path={path} />
          </>
        ) : (
          <Settled request={request} />
        )}
      </Split>
    </>
  )
}

/** Who looks at it, or the button to say that one does. */
const Claim = ({ path, claimer }: { path: string; claimer: string | undefined }) =>
  claimer === undefined ? (
    <PostButton action={`${path}/claim`} fields={{ take: 'yes' }} text={t.takeApplication} />
  ) : (
    <Note>
      {t.takenBy({ claimer })} <PostButton action={`${path}/claim`} fields={{ take: 'no' }} kind="quiet" text={t.leaveToOthers} />
    </Note>
  )

function DecisionForm({ card, path }: { card: Card; path: string }) {
  const refused = useRefused()
  const { evidence, ladder, hosts, choices: candidates } = card
  // What an applicant says of themselves chooses nothing.
  const chosen = meantBy(ladder, evidence)
  const host = chooseHost(idsOf(hosts), chosen)
  return (
    <Form action={path} values={{ organisationId: String(chosen?.id ?? ''), hostId: String(host ?? '') }}>
      {candidates.length > 0 && (
        <Select
          name="organisationId"
          label={t.workplace}
          hint={t.workplaceHint}
          empty={t.noneOfThese}
          options={optionsById(candidates)}
          optional
        />
      )}
      {hosts.length > 1 && (
        <Select name="hostId" label={t.responsibleForTheData2} hint={t.userGroupSharesListWhich} options={optionsById(hosts)} />
      )}
      {refused?.fields.sure && (
        <Note mood="late">
          <p>{refused.fields.sure}</p>
          <Check name="sure" label={t.acceptSure} />
        </Note>
      )}
      {evidence.staffPages > 0 && <Check name="staffPageRead" label={t.iHaveReadTheStaffPage} />}
      {candidates.length > 0 && ladder.staff !== 'proved' && (
        <Check name="checkedByHand" label={t.checkedByHand} hint={t.checkedByHandHint} />
      )}
      <TextArea name="reason" label={t.toTheApplicant} hint={t.reasonRejectionQuestion} rows={3} optional />
      <Buttons name="decision" values={{ accept: t.accept, ask: t.askApplicant, reject: t.reject }} kinds={{ accept: 'primary' }} />
    </Form>
  )
}
