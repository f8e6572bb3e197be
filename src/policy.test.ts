import { describe, expect, test } from 'vitest'
import { type Actor, type Grant, visitor } from './actor.ts'
import type { ArchiveAccess, Role } from './lib/db/schema.ts'
import * as may from './policy.ts'

const at = new Date('2026-10-16T09:00:00Z')
const ofGroup = (groupId: number, ...roles: Role[]): Grant[] => roles.map((role) => ({ role, groupId, communityId: null }))
const steers = (communityId: number): Grant[] => [{ role: 'steering', groupId: null, communityId }]
const signedIn = (grants: Grant[], more: Partial<Actor> = {}): Actor => ({ ...visitor(at), personId: 5, grants, ...more })

/** Everybody there is to a group (1) of a user group (7) with its lists, one of which (11) is the group's own. */
const actors = {
  visitor: visitor(at),
  account: signedIn([]),
  subscriber: signedIn([], { listIds: [10] }),
  member: signedIn(ofGroup(1, 'member')),
  liaison: signedIn(ofGroup(1, 'liaison')),
  moderator: signedIn(ofGroup(1, 'moderator')),
  deputy: signedIn(ofGroup(1, 'deputy')),
  coordinator: signedIn(ofGroup(1, 'coordinator')),
  // Leads the only group that there is, or is in it.
  sole: signedIn(ofGroup(1, 'coordinator'), { soleGroup: true }),
  soleMember: signedIn(ofGroup(1, 'member'), { soleGroup: true }),
  steering: signedIn(steers(7)),
  administrator: signedIn([{ role: 'administrator', groupId: null, communityId: null }]),
  // An administrator who acts as one of them.
  acted: signedIn(ofGroup(1, 'coordinator', 'deputy', 'liaison'), { behind: 9 }),
  // The vendor's guest, and who went to work for the vendor while they hold a role or a place on the list.
  guest: signedIn(ofGroup(1, 'vendor_guest')),
  goneSubscriber: signedIn([], { listIds: [10], vendorSide: true }),
  goneMember: signedIn(ofGroup(1, 'member'), { vendorSide: true }),
  goneLiaison: signedIn(ofGroup(1, 'liaison'), { vendorSide: true }),
  gone: signedIn(ofGroup(1, 'coordinator'), { vendorSide: true }),
  goneSteering: signedIn(steers(7), { vendorSide: true }),
  // The same offices of another group and user group.
  elsewhere: signedIn(ofGroup(2, 'coordinator', 'deputy', 'liaison', 'member', 'moderator'), { listIds: [20] }),
  guestElsewhere: signedIn(ofGroup(2, 'vendor_guest')),
  steeringElsewhere: signedIn(steers(8)),
} satisfies Record<string, Actor>
type Who = keyof typeof actors
const everybody = Object.keys(actors) as Who[]
const besides = (...left: Who[]) => everybody.filter((who) => !left.includes(who)).join(' ')

const lead = 'deputy coordinator sole acted'
const leadAll = `${lead} gone`
const group = `member liaison moderator ${lead} soleMember`
const groupAll = `${group} goneMember goneLiaison gone`
const offices = 'steering steeringElsewhere goneSteering administrator sole'

const list = (archive: ArchiveAccess) => ({ id: 10, groupId: 1, archive, communityIds: [7] })
const ballot = (kind: string, electorate = 'institutions', rehearsalOf: number | null = null) => ({
  ...{ kind, electorate, rehearsalOf },
  groupId: 1,
})
const motion = (createdBy: number | null) => ({ kind: 'motion', groupId: 1, createdBy })
const ofThree = { groupId: 1, communityIds: [7] }
const itsOwn = { groupIds: [1], communityIds: [] }
const userGroups = { groupIds: [], communityIds: [7] }
const charter = { groupId: 1, communityId: null, ownerRole: 'liaison' as const }
const statutes = { groupId: null, communityId: 7, ownerRole: 'steering' as const }

describe('who may', () => {
  test.each<[string, (actor: Actor) => boolean, string]>([
    ['do the inner work of a group', (a) => may.isInGroup(a, 1), groupAll],
    ['lead it', (a) => may.mayLead(a, 1), leadAll],
    ['appoint', (a) => may.mayAppoint(a, 1), `${leadAll} administrator`],
    ['collate', (a) => may.mayCollate(a, 1), group],
    ['share the work of any group', (a) => may.workOf(a).length > 0, `${group} elsewhere`],
    ['contribute', (a) => may.mayContribute(a, { id: 1, listIds: [10, 12] }), `${group} subscriber`],
    ['sign for the group', (a) => may.signsFor(a, 1) === 'group', 'deputy coordinator sole'],
    ['sign for the vendor', (a) => may.signsFor(a, 1) === 'vendor', 'guest'],
    ['have programs told', may.mayHook, `${leadAll} administrator elsewhere`],

    ['moderate a list', (a) => may.mayModerate(a, list('public')), `${leadAll} moderator steering goneSteering administrator`],
    ['own it', (a) => may.mayOwn(a, list('public')), `${leadAll} administrator`],
    ['read its archive, public', (a) => may.mayReadArchive(a, list('public')), besides()],
    [
      'read its archive, for subscribers',
      (a) => may.mayReadArchive(a, list('subscribers')),
      `${groupAll} subscriber goneSubscriber steering goneSteering administrator`,
    ],
    ['read the archive of the group’s own', (a) => may.mayReadArchive(a, list('group')), `${group} steering administrator`],
    ['know of the group’s own', (a) => may.mayKnowList(a, list('group')), `${group} steering administrator`],
    ['moderate it', (a) => may.mayModerate(a, list('group')), `${lead} moderator steering administrator`],
    ['have that as their own work', (a) => may.moderatesOwn(a, list('group')), `${lead} moderator steering`],
    ['own the group’s own', (a) => may.mayOwn(a, list('group')), `${lead} administrator`],
    ['know of another', (a) => may.mayKnowList(a, list('subscribers')), besides()],
    [
      'see addresses in a public archive',
      (a) => may.maySeeAddresses(a, list('public')),
      `${groupAll} subscriber goneSubscriber steering goneSteering administrator`,
    ],
    ['see addresses of the group’s own', (a) => may.maySeeAddresses(a, list('group')), `${group} steering administrator`],
    ['post', (a) => may.mayPost(a, list('subscribers')), 'subscriber goneSubscriber'],
    ['post to the group’s own', (a) => may.mayPost(a, list('group')), 'subscriber'],
    ['post when it is closed', (a) => may.mayPost(a, { ...list('public'), closedAt: at }), ''],

    ['run ballots', (a) => may.mayRunBallots(a, 1), `${leadAll} administrator`],
    ['put requests to the vote', (a) => may.mayRank(a, 1), lead],
    ['see a motion', (a) => may.maySeeBallot(a, ballot('motion', 'group')), `${group} administrator`],
    ['see what the members vote on', (a) => may.maySeeBallot(a, ballot('wishes', 'group')), group],
    ['see what the institutions vote on', (a) => may.maySeeBallot(a, ballot('wishes')), besides()],
    ['see its rehearsal', (a) => may.maySeeBallot(a, ballot('wishes', 'institutions', 3)), besides('visitor')],
    ['see an election', (a) => may.maySeeBallot(a, ballot('election')), besides('visitor')],
    ['see one of the group', (a) => may.maySeeBallot(a, ballot('election', 'group')), besides('visitor')],
    ['call off a motion of their own', (a) => may.mayCallOff(a, motion(5)), `${groupAll} administrator`],
    ['call off one of somebody else', (a) => may.mayCallOff(a, motion(6)), `${leadAll} administrator`],
    ['call off one of nobody', (a) => may.mayCallOff({ ...a, personId: null }, motion(null)), `${leadAll} administrator`],
    ['call off an election that they arranged', (a) => may.mayCallOff(a, { ...motion(5), kind: 'election' }), `${leadAll} administrator`],
    ['say what a wish costs', (a) => may.mayCost(a, 1), `${leadAll} administrator guest`],

    ['read a line about themselves', (a) => may.maySeeLine(a, 'person:5', 1), besides('visitor', 'acted')],
    ['read a line about another person', (a) => may.maySeeLine(a, 'person:6', 1), 'administrator'],
    ['read a line about an institution', (a) => may.maySeeLine(a, 'organisation:5', 1), offices],
    ['read a line about a user group', (a) => may.maySeeLine(a, 'user-group:7', 1), offices],
    ['read a line of the group', (a) => may.maySeeLine(a, 'ballot:5', 1), `${group} administrator`],
    ['read a line about a voter', (a) => may.maySeeLine(a, 'voter:5', 1), `${leadAll} administrator`],
    ['read who voted too late in a line about a ballot', (a) => may.maySeeLine(a, 'ballot:5', 1, 'paper.late'), `${leadAll} administrator`],
    ['read a line about a voter of no group', (a) => may.maySeeLine(a, 'voter:5', null), 'administrator'],
    ['read a line of no group', (a) => may.maySeeLine(a, 'ballot:5', null), 'administrator'],
    ['keep the register', may.mayKeepRegister, offices],
    ['confirm a referent', (a) => may.mayConfirmReferent(a, 7), 'steering goneSteering administrator sole'],
    ['keep the public site', may.mayKeepSite, 'steering steeringElsewhere administrator sole'],
    ['see which groups show figures', may.maySeeShown, `${lead} steering steeringElsewhere administrator elsewhere`],
    ['show their group’s', (a) => may.mayShowRelationship(a, 1), lead],

    ['hear of held mail', (a) => may.mayHear(a, 'moderation'), `${leadAll} moderator elsewhere ${offices}`],
    ['hear of reviews', (a) => may.mayHear(a, 'reviews'), `${groupAll} elsewhere ${offices}`],
    ['hear of the vendor', (a) => may.mayHear(a, 'vendor'), `${groupAll} elsewhere ${offices} guest guestElsewhere`],
    ['hear of roles', (a) => may.mayHear(a, 'roles'), besides('visitor', 'account', 'subscriber', 'goneSubscriber')],
    ['hear of ballots', (a) => may.mayHear(a, 'ballots'), besides()],

    ['read what comes to the liaison', (a) => may.mayReadDesk(a, { ...charter, role: 'liaison' }), 'liaison deputy'],
    ['read what comes to the committee', (a) => may.mayReadDesk(a, { ...statutes, role: 'steering' }), 'steering'],
    ['open an address of the group', (a) => may.mayKeepDesk(a, charter), `${leadAll} administrator`],
    ['open an address of the committee', (a) => may.mayKeepDesk(a, statutes), 'steering goneSteering administrator'],
    ['have correspondence', may.holdsDesk, 'liaison moderator deputy coordinator sole steering elsewhere steeringElsewhere'],

    ['arrange meetings of the group', (a) => may.mayArrange(a, itsOwn), `${leadAll} administrator`],
    ['arrange those of the user group', (a) => may.mayArrange(a, userGroups), 'steering goneSteering administrator'],
    ['sit at the group’s table', (a) => may.isAtTable(a, itsOwn), `${group} administrator`],
    ['sit at the user group’s', (a) => may.isAtTable(a, userGroups), 'steering administrator'],
    ['draft a document of the group', (a) => may.mayDraft(a, charter), `${group} administrator`],
    ['approve it', (a) => may.mayKeepDocument(a, charter), `${lead} liaison administrator`],
    ['draft one of the user group', (a) => may.mayDraft(a, statutes), 'steering administrator'],
    ['approve that', (a) => may.mayKeepDocument(a, statutes), 'steering administrator'],
    ['write news', (a) => may.mayWriteNews(a, 1), group],
    ['let news out', (a) => may.mayPublishNews(a, 1), `${lead} administrator`],
    ['meet people', may.mayMeetPeople, besides('visitor', 'account', 'guest', 'guestElsewhere')],

    ['keep the charter', (a) => may.mayKeepCharter(a, 1), `${leadAll} administrator`],
    ['read a draft of it', (a) => may.mayReadDraft(a, 1), `${group} gone administrator`],
    ['read a finding of the group’s', (a) => may.mayReadFinding(a, { id: 1, communityIds: [7] }, 'group'), group],
    ['read one for the committee', (a) => may.mayReadFinding(a, { id: 1, communityIds: [7] }, 'steering'), `${group} steering`],
    ['read one for all', (a) => may.mayReadFinding(a, { id: 1, communityIds: [7] }, 'public'), besides()],
    ['write reports', (a) => may.mayWriteReports(a, 1), `${leadAll} administrator`],
    ['read all of the reports', (a) => may.reportStanding(a, ofThree) === 'group', group],
    ['read those that are not the group’s alone', (a) => may.reportStanding(a, ofThree) === 'steering', 'steering administrator'],
    ['oversee the group', (a) => may.oversees(a, ofThree), 'liaison acted steering administrator'],
    ['oversee any', may.overseesAny, 'liaison acted elsewhere steering steeringElsewhere administrator'],
  ])('%s', (_, rule, who) => {
    expect(everybody.filter((one) => rule(actors[one]))).toEqual(everybody.filter((one) => who.split(' ').includes(one)))
  })
})

test.each<[Who, string]>([
  ['visitor', ''],
  ['account', 'accounts'],
  ['subscriber', 'list:10 subscribers:1 subscribers:c7 accounts people'],
  ['goneSubscriber', 'list:10 subscribers:1 subscribers:c7 accounts people'],
  ['member', 'list:10 list:11 group:1 subscribers:1 accounts people'],
  ['moderator', 'list:10 list:11 group:1 subscribers:1 desk:g1:moderator accounts people'],
  [
    'deputy',
    'list:10 list:11 group:1 subscribers:1 desk:g1:coordinator desk:g1:deputy desk:g1:liaison desk:g1:moderator desk:g1:steering accounts people',
  ],
  ['acted', 'list:10 list:11 group:1 subscribers:1 accounts people'],
  ['sole', 'list:10 list:11 group:1 subscribers:1 desk:g1:coordinator accounts people register'],
  ['steering', 'list:10 list:11 community:7 subscribers:c7 desk:c7:steering accounts people register'],
  ['goneMember', 'list:10 accounts people'],
  ['goneSteering', 'list:10 accounts people register'],
  ['administrator', 'list:10 list:11 accounts people register site'],
  ['guest', 'accounts'],
  ['steeringElsewhere', 'community:8 subscribers:c8 desk:c8:steering accounts people register'],
])('what is found: %s', (who, keys) => {
  const lists = [list('subscribers'), { ...list('group'), id: 11 }]
  expect(may.audiencesOf(actors[who], lists)).toEqual(['public', ...keys.split(' ').filter(Boolean)])
})

test('who is on a group’s own list finds what stands there by their role alone', () => {
  const lists = [{ ...list('group'), id: 11 }]
  expect(may.audiencesOf(signedIn([], { listIds: [11] }), lists)).toEqual(['public', 'accounts', 'people'])
})

test('what a thing is found by', () => {
  expect((['public', 'subscribers', 'group'] as const).map((one) => may.audienceOf(1, one))).toEqual(['public', 'subscribers:1', 'group:1'])
  expect((['public', 'subscribers', 'group'] as const).map((one) => may.communityAudience(7, one))).toEqual([
    ...['public', 'subscribers:c7', 'community:7'],
  ])
})
