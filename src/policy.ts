import type { Actor } from './actor.ts'
import type { LetterSubject } from './letter-subjects.ts'
import type { ArchiveAccess, Role, VendorSide, Visibility } from './lib/db/schema.ts'

/** What decides who may do what with a list. */
export interface ListFacts {
  id: number
  groupId: number
  archive: ArchiveAccess
  /** The user groups that host it together. */
  communityIds: number[]
  /** Since when it can be read alone; null or left out while it is open. */
  closedAt?: Date | null
}

/** Does the actor hold one of these roles in this group today? Administrators are no members: they administer. */
export const holds = (actor: Actor, groupId: number, roles: readonly Role[]): boolean =>
  actor.grants.some((grant) => grant.groupId === groupId && roles.includes(grant.role))

/** Roles of those who do a group's work: its champions, owners of tasks and topics. The vendor's guests are none of them. */
export const inside: readonly Role[] = ['coordinator', 'deputy', 'liaison', 'member', 'moderator']
const moderating: readonly Role[] = ['coordinator', 'deputy', 'moderator']
const leading: readonly Role[] = ['coordinator', 'deputy']

/** Does this person administer the site? */
export const isAdministrator = (actor: Actor): boolean => actor.grants.some((grant) => grant.role === 'administrator')

/** The working group itself: those who collate, champion and write minutes. */
export const isInGroup = (actor: Actor, groupId: number): boolean => holds(actor, groupId, inside)

/** Those who lead a group and decide on its settings. */
export const mayLead = (actor: Actor, groupId: number): boolean => holds(actor, groupId, leading)

/**
 * Whom a list is there for at all. A group's own list is not for who works for the vendor, whatever role they still hold or place they have on
 * it: it neither shows itself to them nor writes to them (`reaches` of vendor-side-queries.ts says the same in SQL), until they do not work there any more.
 */
const isFor = (actor: Actor, { archive }: Pick<ListFacts, 'archive'>): boolean => archive !== 'group' || !actor.vendorSide

/** Whose own work the decisions at a list are: who moderates or leads its group, and the steering committees of its hosts. */
export const moderatesOwn = (actor: Actor, list: Pick<ListFacts, 'groupId' | 'communityIds' | 'archive'>): boolean =>
  isFor(actor, list) && (holds(actor, list.groupId, moderating) || steersOne(actor, list.communityIds))

/** Who decides on held mail and subscription requests of a list. */
export const mayModerate = (actor: Actor, list: ListFacts): boolean =>
  moderatesOwn(actor, list) || (isAdministrator(actor) && isFor(actor, list))

/** Who changes a list's settings. */
export const mayOwn = (actor: Actor, list: ListFacts): boolean =>
  isFor(actor, list) && (isAdministrator(actor) || mayLead(actor, list.groupId))

const isInside = (actor: Actor, list: ListFacts): boolean => isFor(actor, list) && isInGroup(actor, list.groupId)

/** Who reads the archive: everyone, its subscribers and the group, or the group alone, as the list says. */
export function mayReadArchive(actor: Actor, list: ListFacts): boolean {
  if (list.archive === 'public' || mayModerate(actor, list) || isInside(actor, list)) return true
  return list.archive === 'subscribers' && actor.listIds.includes(list.id)
}

/** Who gets mail of a list as it came, with the addresses of others: those who get it by mail, the group, and those who moderate. */
export const maySeeAddresses = (actor: Actor, list: ListFacts): boolean =>
  actor.personId !== null &&
  mayReadArchive(actor, list) &&
  (actor.listIds.includes(list.id) || isInGroup(actor, list.groupId) || mayModerate(actor, list))

/** Who may know that a list exists: everybody, except of a group's own list. */
export const mayKnowList = (actor: Actor, list: ListFacts): boolean =>
  list.archive !== 'group' || isInside(actor, list) || mayModerate(actor, list)

/** Who may write to a list from the web: its subscribers, while it is open. Others write by mail and are held. */
export const mayPost = (actor: Actor, list: Pick<ListFacts, 'id' | 'archive' | 'closedAt'>): boolean =>
  isFor(actor, list) && actor.listIds.includes(list.id) && !list.closedAt

/** The vendor's people: guests of a group, who see what was handed over to them and answer it, and nothing of the group's own. */
export const isVendorGuest = (actor: Actor, groupId: number): boolean => holds(actor, groupId, ['vendor_guest'])

/** Who says that a colleague stands in for them: a guest of the vendor's, in their own name. */
export const mayNameStandIn = (actor: Actor, groupId: number): actor is Actor & { personId: number } =>
  isHerself(actor) && isVendorGuest(actor, groupId) && !isInGroup(actor, groupId)

/** Who runs cycles, elections and motions of a group: those who lead it, and administrators. */
export const mayRunBallots = (actor: Actor, groupId: number): boolean => isAdministrator(actor) || mayLead(actor, groupId)

/** Who puts requests of a group to the vote outside of a cycle: those who lead it and collate what is chosen from. */
export const mayRank = (actor: Actor, groupId: number): boolean => mayLead(actor, groupId) && mayCollate(actor, groupId)

/** What decides who knows of a ballot. */
export interface BallotFacts {
  kind: string
  electorate: string
  groupId: number
  rehearsalOf: number | null
}

/** Requests that a group's own members vote on, on a ballot that is the group's own as its motions are. */
export const isInnerBallot = ({ kind, electorate }: Pick<BallotFacts, 'kind' | 'electorate'>): boolean =>
  kind === 'wishes' && electorate === 'group'

/**
 * A motion is the group's own, as the decision that comes of it is, and so are requests on which its members vote: whoever works for the vendor
 * sees neither. Elections and rehearsals are for who is signed in; what the institutions vote on is for everybody.
 */
export function maySeeBallot(actor: Actor, ballot: BallotFacts): boolean {
  if (ballot.kind === 'motion') return mayCollate(actor, ballot.groupId) || isAdministrator(actor)
  if (isInnerBallot(ballot)) return mayCollate(actor, ballot.groupId)
  return actor.personId !== null || (ballot.kind === 'wishes' && ballot.rehearsalOf === null)
}

/** Who calls a ballot off: those who run it, and who put a motion of their group. */
export const mayCallOff = (actor: Actor, ballot: { kind: string; groupId: number; createdBy: number | null }): boolean =>
  mayRunBallots(actor, ballot.groupId) ||
  (ballot.kind === 'motion' && actor.personId !== null && ballot.createdBy === actor.personId && isInGroup(actor, ballot.groupId))

/** Who says what a wish costs: the vendor's guests of the group, and those who run its ballots. */
export const mayCost = (actor: Actor, groupId: number): boolean => mayRunBallots(actor, groupId) || isVendorGuest(actor, groupId)

/** Who may have programs elsewhere told what happens: those who lead a group, and administrators. */
export const mayHook = (actor: Actor): boolean => isAdministrator(actor) || leadsAny(actor)

/** Who runs the site: queues, parked mail, outbox, users. */
export const mayAdminister = (actor: Actor): boolean => isAdministrator(actor)

/** Somebody in their own name: not an administrator who looks at the site as they see it. What is private is theirs alone. */
export const isHerself = (actor: Actor): actor is Actor & { personId: number } => actor.personId !== null && actor.behind === undefined

/** Who gives and ends the roles of a group: those who lead it, and administrators. */
export const mayAppoint = (actor: Actor, groupId: number): boolean => isAdministrator(actor) || mayLead(actor, groupId)

/**
 * Who reads a line of the journal about a thing: administrators; a person about themselves; the members of its group; keepers about
 * organisations. Who has voted, said what they need or asked for a receipt is for those alone who run the ballot; a late vote was once kept
 * as a line about its ballot.
 */
export function maySeeLine(actor: Actor, subject: string, groupId: number | null, action = ''): boolean {
  if (isAdministrator(actor)) return true
  if (subject.startsWith('person:')) return isHerself(actor) && subject === `person:${actor.personId}`
  if (/^(?:organisation|user-group):/.test(subject)) return mayKeepRegister(actor)
  if (subject.startsWith('voter:') || action === 'paper.late') return groupId !== null && mayRunBallots(actor, groupId)
  return groupId !== null && isInGroup(actor, groupId) && !actor.vendorSide
}

const leadsAny = (actor: Actor): boolean => actor.grants.some((grant) => grant.groupId !== null && leading.includes(grant.role))

/** On a small site, with one group alone, nobody but those who lead it keeps what is the whole site's. */
const leadsAlone = (actor: Actor): boolean => actor.soleGroup === true && leadsAny(actor)

/** Who confirms, for a user group, who speaks for an institution: its steering committee, administrators, and who leads the only group. */
export const mayConfirmReferent = (actor: Actor, communityId: number): boolean =>
  isAdministrator(actor) || leadsAlone(actor) || steersOne(actor, [communityId])

/** Who keeps the settings of a user group: its steering committee, administrators, and who leads the only group. */
export const mayKeepUserGroup = (actor: Actor, communityId: number): boolean => mayConfirmReferent(actor, communityId)

/** Who confirms for any user group at all. */
export const mayConfirmReferents = (actor: Actor): boolean => mayKeepRegister(actor)

/**
 * Who keeps what is the whole site's, the register of organisations and people first: the site's offices, which are its administrators and
 * the steering committees of its user groups. What is a group's stays with who leads the group, and on a site of one group the site too.
 */
export const mayKeepRegister = (actor: Actor): boolean =>
  isAdministrator(actor) || leadsAlone(actor) || actor.grants.some(({ role }) => role === 'steering')

const groupsWith = (actor: Actor, roles: readonly Role[]): number[] => [
  ...new Set(actor.grants.flatMap(({ role, groupId }) => (groupId !== null && roles.includes(role) ? [groupId] : []))),
]

/** The groups that this actor leads. */
export const leadsOf = (actor: Actor): number[] => groupsWith(actor, leading)

/** The groups whose inner work is this actor's. */
export const groupsOf = (actor: Actor): number[] => groupsWith(actor, inside)

/**
 * Subjects of letters that only some ever hear of, and who: those who do a group's work or keep the site, those who decide on held mail, those
 * who hold a role, those who work with the vendor. All others are not asked how such letters shall come.
 */
const hearers: Readonly<Partial<Record<LetterSubject, (actor: Actor) => boolean>>> = {
  moderation: (actor) => decidesSomewhere(actor),
  lists: (actor) => decidesSomewhere(actor),
  reviews: (actor) => worksSomewhere(actor),
  talks: (actor) => worksSomewhere(actor),
  news: (actor) => worksSomewhere(actor),
  vendor: (actor) => worksSomewhere(actor) || actor.grants.some(({ role }) => role === 'vendor_guest'),
  roles: (actor) => actor.grants.length > 0,
}
const decidesSomewhere = (actor: Actor) => mayKeepRegister(actor) || actor.grants.some(({ role }) => moderating.includes(role))
const worksSomewhere = (actor: Actor) => mayKeepRegister(actor) || groupsOf(actor).length > 0

/** Can letters about a subject ever reach this actor, in the roles that they hold today? */
export const mayHear = (actor: Actor, subject: LetterSubject): boolean => hearers[subject]?.(actor) ?? true

/** The groups whose inner work this actor shares: who works for the vendor shares none. */
export const workOf = (actor: Actor): number[] => (actor.vendorSide ? [] : groupsOf(actor))

/** The audience key of a thing of a group: everyone, whoever is on one of its lists, or the group alone. */
export const audienceOf = (groupId: number, visibility: Visibility): string =>
  visibility === 'public' ? 'public' : `${visibility}:${groupId}`

/** Who collates user cases into requests, merges and champions them: the working group itself. */
export const mayCollate = (actor: Actor, groupId: number): boolean => isInGroup(actor, groupId) && !actor.vendorSide

/**
 * For which side somebody signs what stands between a group and its vendor: who leads the group for the group, the vendor's guests for the
 * vendor. Nobody for both, and nobody in another's name.
 */
export function signsFor(actor: Actor, groupId: number): VendorSide | undefined {
  if (!isHerself(actor)) return undefined
  if (mayCollate(actor, groupId)) return mayLead(actor, groupId) ? 'group' : undefined
  return isVendorGuest(actor, groupId) ? 'vendor' : undefined
}

/** Who brings user cases and stories, comments and raises a voice: the group, and those on its lists who are not the vendor's. */
export const mayContribute = (actor: Actor, group: { id: number; listIds: number[] }): boolean =>
  actor.personId !== null && !actor.vendorSide && (isInGroup(actor, group.id) || group.listIds.some((id) => actor.listIds.includes(id)))
/** What decides who reads the correspondence of a role's address: the role, and whose it is. */
export interface DeskFacts {
  role: Role
  groupId: number | null
  communityId: number | null
}

const holdsRole = (actor: Actor, { role, groupId, communityId }: DeskFacts): boolean =>
  actor.grants.some((grant) => grant.role === role && (groupId === null ? grant.communityId === communityId : grant.groupId === groupId))

/**
 * Who reads and answers what comes to a role: who holds it today, whoever that is, and the group's deputy. Who works for the vendor does not, nor
 * do administrators, nor anybody in another's name.
 */
export const mayReadDesk = (actor: Actor, desk: DeskFacts): boolean =>
  isHerself(actor) && !actor.vendorSide && (holdsRole(actor, desk) || (desk.groupId !== null && holds(actor, desk.groupId, ['deputy'])))

/** Who opens and closes the addresses of roles: who leads the group, its user group's steering committee, administrators. */
export const mayKeepDesk = (actor: Actor, { groupId, communityId }: Pick<DeskFacts, 'groupId' | 'communityId'>): boolean =>
  isAdministrator(actor) || (groupId !== null && mayLead(actor, groupId)) || (communityId !== null && steersOne(actor, [communityId]))

/** The key under which the correspondence of a role is found by search. */
export const deskAudience = ({ role, groupId, communityId }: DeskFacts): string =>
  groupId === null ? `desk:c${communityId}:${role}` : `desk:g${groupId}:${role}`

const deskRoles: readonly Role[] = ['coordinator', 'deputy', 'liaison', 'moderator', 'steering']

/** Who may have correspondence to read at all, whether a role of theirs has an address or not. */
export const holdsDesk = (actor: Actor): boolean =>
  isHerself(actor) && !actor.vendorSide && actor.grants.some(({ role }) => deskRoles.includes(role))

const desksOf = (actor: Actor): string[] =>
  actor.grants.flatMap(({ role, groupId, communityId }) => {
    if (groupId !== null && role === 'deputy') return deskRoles.map((one) => deskAudience({ role: one, groupId, communityId: null }))
    return deskRoles.includes(role) ? [deskAudience({ role, groupId, communityId })] : []
  })

/** Who a meeting, a series or a decision belongs to: groups, user groups, or both. */
export interface Hosts {
  groupIds: number[]
  communityIds: number[]
}

const steersOne = (actor: Actor, communityIds: readonly number[]): boolean =>
  actor.grants.some((grant) => grant.role === 'steering' && grant.communityId !== null && communityIds.includes(grant.communityId))

/** Who arranges meetings and writes what was decided: those who lead a hosting group, the steering committee for its user group's own. */
export const mayArrange = (actor: Actor, { groupIds, communityIds }: Hosts): boolean =>
  isAdministrator(actor) || groupIds.some((id) => mayLead(actor, id)) || steersOne(actor, communityIds)

/** Who is inside: the hosting groups and, of a user group's own, its steering committee. They read agendas, minutes and internal lines. */
export const isAtTable = (actor: Actor, { groupIds, communityIds }: Hosts): boolean =>
  !actor.vendorSide && (groupIds.some((id) => isInGroup(actor, id)) || steersOne(actor, communityIds) || isAdministrator(actor))

/** What decides who may do what with a document. */
export interface DocumentFacts {
  groupId: number | null
  communityId: number | null
  ownerRole: Role
}

const hostsOf = ({ groupId, communityId }: DocumentFacts): Hosts => ({
  groupIds: groupId === null ? [] : [groupId],
  communityIds: communityId === null ? [] : [communityId],
})

/** Who reads the drafts of a document and writes new ones: the group itself, or the steering committee of its user group. */
export const mayDraft = (actor: Actor, document: DocumentFacts): boolean => actor.personId !== null && isAtTable(actor, hostsOf(document))

/** Who approves a document, says that it was reviewed and decides what becomes of it: its role, and those who lead the group. */
export const mayKeepDocument = (actor: Actor, document: DocumentFacts): boolean =>
  mayDraft(actor, document) && (mayArrange(actor, hostsOf(document)) || holdsRole(actor, { ...document, role: document.ownerRole }))

/** The audience key of a user group's own document. */
export const communityAudience = (communityId: number, visibility: Visibility): string => {
  if (visibility === 'public') return 'public'
  return visibility === 'subscribers' ? `subscribers:c${communityId}` : `community:${communityId}`
}

/** The user groups whose inner papers this actor reads. */
export const steeredBy = (actor: Actor): number[] =>
  actor.vendorSide
    ? []
    : actor.grants.flatMap(({ role, communityId }) => (role === 'steering' && communityId !== null ? [communityId] : []))
/** Who writes for the group's newsletter, and reads what is being written: the group itself. */
export const mayWriteNews = (actor: Actor, groupId: number): boolean => isInGroup(actor, groupId) && !actor.vendorSide

/** Who lets news out, mails it, hands it to editors and takes it back: those who lead the group, and administrators. */
export const mayPublishNews = (actor: Actor, groupId: number): boolean =>
  isAdministrator(actor) || (mayLead(actor, groupId) && !actor.vendorSide)

/** Who sees the profiles of others: those on a list, and those with an office. An account alone meets nobody, nor does a guest of the vendor's. */
export const mayMeetPeople = (actor: Actor): boolean =>
  actor.personId !== null && (actor.listIds.length > 0 || actor.grants.some(({ role }) => role !== 'vendor_guest'))

/** The audience keys that an actor holds, given the lists of the site: what is found carries one, and is seen by whoever holds it. */
export const audiencesOf = (actor: Actor, lists: ListFacts[]): string[] => [
  'public',
  ...lists.filter((list) => mayReadArchive(actor, list)).map((list) => `list:${list.id}`),
  ...workOf(actor).flatMap((id) => [`group:${id}`, `subscribers:${id}`]),
  ...new Set(
    lists.flatMap(({ id, groupId, archive }) => (archive !== 'group' && actor.listIds.includes(id) ? [`subscribers:${groupId}`] : [])),
  ),
  ...new Set(
    lists.flatMap(({ id, communityIds, archive }) =>
      archive !== 'group' && actor.listIds.includes(id) ? communityIds.map((one) => `subscribers:c${one}`) : [],
    ),
  ),
  ...new Set(steeredBy(actor).flatMap((id) => [`community:${id}`, `subscribers:c${id}`])),
  ...(holdsDesk(actor) ? new Set(desksOf(actor)) : []),
  // Who is signed in finds organisations; who shows no profile is found by those who keep the register.
  ...(actor.personId === null ? [] : ['accounts']),
  ...(mayMeetPeople(actor) ? ['people'] : []),
  ...(mayKeepRegister(actor) ? ['register'] : []),
  ...(isAdministrator(actor) ? ['site'] : []),
]

/** Who writes a group's charter, says what its clauses are measured by and has it adopted: those who lead it, and administrators. */
export const mayKeepCharter = (actor: Actor, groupId: number): boolean => isAdministrator(actor) || mayLead(actor, groupId)

/** Who reads drafts of a charter: the group, and who keeps it. */
export const mayReadDraft = (actor: Actor, groupId: number): boolean =>
  mayKeepCharter(actor, groupId) || (isInGroup(actor, groupId) && !actor.vendorSide)

/**
 * Who reads what a clause's measures find: the group with its liaison; its user groups' steering committees or everyone where the group says
 * so. Who works for the vendor reads what everyone does.
 */
export function mayReadFinding(
  actor: Actor,
  { id, communityIds }: { id: number; communityIds: number[] },
  readers: 'group' | 'steering' | 'public',
): boolean {
  if (readers === 'public') return true
  return !actor.vendorSide && (isInGroup(actor, id) || (readers === 'steering' && steersOne(actor, communityIds)))
}

/** Who writes a group's reports, freezes and publishes them: those who lead it, and administrators. */
export const mayWriteReports = (actor: Actor, groupId: number): boolean => isAdministrator(actor) || mayLead(actor, groupId)

/**
 * How much of a group's reports somebody reads: the group all of it; its user groups' steering committees and administrators what is not
 * the group's alone; everyone else what is public.
 */
export function reportStanding(
  actor: Actor,
  { groupId, communityIds }: { groupId: number; communityIds: number[] },
): 'group' | 'steering' | 'public' {
  if (isInGroup(actor, groupId) && !actor.vendorSide) return 'group'
  return isAdministrator(actor) || (steersOne(actor, communityIds) && !actor.vendorSide) ? 'steering' : 'public'
}

/**
 * The groups whose state somebody oversees at a glance: a liaison their own, a steering committee those of its user group, administrators
 * all.
 */
export const oversees = (actor: Actor, { groupId, communityIds }: { groupId: number; communityIds: number[] }): boolean =>
  !actor.vendorSide && (isAdministrator(actor) || holds(actor, groupId, ['liaison']) || steersOne(actor, communityIds))

/** Who oversees any group at all. */
export const overseesAny = (actor: Actor): boolean =>
  !actor.vendorSide && actor.grants.some(({ role }) => role === 'liaison' || role === 'steering' || role === 'administrator')

/** Who keeps the public site, its look, its menu, its own pages: the site's offices. */
export const mayKeepSite = (actor: Actor): boolean => mayKeepRegister(actor) && !actor.vendorSide

/** Who sees which groups show their figures, to decide on their own or because they keep the site. */
export const maySeeShown = (actor: Actor): boolean => mayKeepSite(actor) || (leadsAny(actor) && !actor.vendorSide)

/** Who decides that everybody may see a group's figures with its vendor: those who lead it, and nobody in their place. */
export const mayShowRelationship = (actor: Actor, groupId: number): boolean => mayLead(actor, groupId) && !actor.vendorSide
