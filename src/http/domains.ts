import { archivePages } from '../archive/pages.tsx'
import { alikePages } from '../ballots/alike/pages.tsx'
import { callingOffPages } from '../ballots/calling-off/pages.tsx'
import { cyclePages } from '../ballots/cycles/pages.tsx'
import { electionPages } from '../ballots/elections/pages.tsx'
import { motionPages } from '../ballots/motions/pages.tsx'
import { ballotPages } from '../ballots/pages.tsx'
import { paperPages } from '../ballots/papers/pages.tsx'
import { resultPages } from '../ballots/results/pages.tsx'
import { wishPages } from '../ballots/wishes/pages.tsx'
import { bouncePages } from '../bounces/pages.tsx'
import { addressPages } from '../charter/addresses/pages.tsx'
import { charterPages } from '../charter/clauses/pages.tsx'
import { unadoptPages } from '../charter/clauses/undo/pages.tsx'
import { draftPages } from '../charter/drafts/pages.tsx'
import { factsPages } from '../charter/facts/pages.tsx'
import { findingPages } from '../charter/findings/pages.tsx'
import { measurePages } from '../charter/measures/pages.tsx'
import { officesPages } from '../charter/offices/pages.tsx'
import { rosterPages } from '../charter/roster/pages.tsx'
import { rosterImportPages } from '../charter/rosters/pages.tsx'
import { rosterUndoPages } from '../charter/rosters/undo/pages.tsx'
import { taskPages } from '../charter/tasks/pages.tsx'
import { importingPages } from '../documents/importing/pages.tsx'
import { keepingPages } from '../documents/keeping/pages.tsx'
import { documentPages } from '../documents/pages.tsx'
import { versionPages } from '../documents/versions/pages.tsx'
import { writingPages } from '../documents/writing/pages.tsx'
import { arrangingPages } from '../events/arranging/pages.tsx'
import { callPages } from '../events/call/pages.tsx'
import { eventPages } from '../events/pages.tsx'
import { eventPeoplePages } from '../events/people/pages.tsx'
import { eventSessionPages } from '../events/sessions/pages.tsx'
import { uploadPages as filePages } from '../files/uploads/pages.tsx'
import { journalPages } from '../journal/pages.tsx'
import { healthPages } from '../list/health/pages.tsx'
import { memberPages } from '../list/members/pages.tsx'
import { moderationPages } from '../list/moderation/pages.tsx'
import { listPages } from '../list/pages.tsx'
import { receivingPages } from '../list/receiving/pages.tsx'
import { vettingPages } from '../list/vetting/pages.tsx'
import { attendancePages } from '../meetings/attendance/pages.tsx'
import { decisionPages } from '../meetings/decisions/pages.tsx'
import { minutesPages } from '../meetings/minutes/pages.tsx'
import { meetingPages } from '../meetings/pages.tsx'
import { pollPages } from '../meetings/polls/pages.tsx'
import { seriesPages } from '../meetings/series/pages.tsx'
import { oldAddressPages } from '../moving/addresses/pages.tsx'
import { followPages } from '../moving/follow/pages.tsx'
import { importsPages } from '../moving/imports/pages.tsx'
import { uploadPages } from '../moving/uploads/pages.tsx'
import { importPages } from '../news/imports/pages.tsx'
import { issuePages } from '../news/issues/pages.tsx'
import { outletPages } from '../news/outlets/pages.tsx'
import { newsPages } from '../news/pages.tsx'
import { contributionPages } from '../news/record/pages.tsx'
import { rhythmPages } from '../news/rhythm/pages.tsx'
import { approvalPages } from '../office/approvals/pages.tsx'
import { bringingPages } from '../office/correspondence/bringing/pages.tsx'
import { correspondencePages } from '../office/correspondence/pages.tsx'
import { mailboxPages } from '../office/correspondence/undo/pages.tsx'
import { handoverPages } from '../office/handover/pages.tsx'
import { volunteerPages } from '../office/volunteers/pages.tsx'
import { outboxPages } from '../outbox/pages.tsx'
import { actingPages } from '../people/acting/pages.tsx'
import { affiliationPages } from '../people/affiliations/pages.tsx'
import { organisationPages } from '../people/organisations/pages.tsx'
import { peoplePages } from '../people/pages.tsx'
import { profilePages } from '../people/profiles/pages.tsx'
import { referentPages } from '../people/referents/pages.tsx'
import { registerPages } from '../people/register/pages.tsx'
import { signInPages } from '../people/sign-in/pages.tsx'
import { providerPages } from '../people/sign-in/providers/pages.tsx'
import { tokenPages } from '../people/tokens/pages.tsx'
import { workplacePages } from '../people/workplaces/pages.tsx'
import { privacyPages } from '../privacy/pages.tsx'
import { removalPages } from '../privacy/removal/pages.tsx'
import { overviewPages } from '../report/overview/pages.tsx'
import { reportPages } from '../report/pages.tsx'
import { boardPages } from '../requests/board/pages.tsx'
import { casePages } from '../requests/cases/pages.tsx'
import { likenessPages } from '../requests/likeness/pages.tsx'
import { mergePages } from '../requests/merging/pages.tsx'
import { requestPages } from '../requests/pages.tsx'
import { pastPages } from '../requests/past/pages.tsx'
import { requestUndoPages } from '../requests/past/undo/pages.tsx'
import { readingPages } from '../requests/reading/pages.tsx'
import { storyPages } from '../requests/stories/pages.tsx'
import { supportPages } from '../requests/support/pages.tsx'
import { requestWritingPages } from '../requests/writing/pages.tsx'
import { searchPages } from '../search/pages.tsx'
import { feedPages } from '../site/feeds/pages.tsx'
import { firstWeeksPages } from '../site/first-weeks/pages.tsx'
import { homePages } from '../site/home/pages.tsx'
import { lookPages } from '../site/look/pages.tsx'
import { ownPages } from '../site/own/pages.tsx'
import { sitePages } from '../site/pages.tsx'
import { publicRelationshipPages } from '../site/relationship/pages.tsx'
import { todayPages } from '../site/today/pages.tsx'
import { watchPages } from '../site/watch/pages.tsx'
import { speakerPages } from '../talks/consent/pages.tsx'
import { deskPages as talkDeskPages } from '../talks/desk/pages.tsx'
import { talkPages } from '../talks/pages.tsx'
import { sessionPages } from '../talks/sessions/pages.tsx'
import { answerPages } from '../vendor/answers/pages.tsx'
import { briefPages } from '../vendor/briefs/pages.tsx'
import { commitmentPages } from '../vendor/commitments/pages.tsx'
import { deskPages } from '../vendor/desk/pages.tsx'
import { relationshipPages } from '../vendor/relationship/pages.tsx'
import { releasePages } from '../vendor/releases/pages.tsx'
import { tellingPages } from '../vendor/telling/pages.tsx'
import { winnerPages } from '../vendor/winners/pages.tsx'
import { hookPages } from '../webhooks/pages.tsx'

/** The addresses of every domain; the first that fits an address answers. */
export const domains = [
  homePages,
  sitePages,
  todayPages,
  firstWeeksPages,
  watchPages,
  lookPages,
  ownPages,
  // Before the group's own page at the same address.
  publicRelationshipPages,
  feedPages,
  bouncePages,
  peoplePages,
  signInPages,
  actingPages,
  providerPages,
  tokenPages,
  registerPages,
  referentPages,
  profilePages,
  workplacePages,
  organisationPages,
  affiliationPages,
  draftPages,
  measurePages,
  findingPages,
  charterPages,
  factsPages,
  officesPages,
  rosterImportPages,
  rosterPages,
  taskPages,
  addressPages,
  approvalPages,
  bringingPages,
  mailboxPages,
  correspondencePages,
  handoverPages,
  volunteerPages,
  listPages,
  moderationPages,
  memberPages,
  healthPages,
  receivingPages,
  vettingPages,
  removalPages,
  privacyPages,
  journalPages,
  archivePages,
  briefPages,
  deskPages,
  answerPages,
  // What has a name of its own comes before what has a number.
  readingPages,
  casePages,
  boardPages,
  requestUndoPages,
  pastPages,
  mergePages,
  requestWritingPages,
  requestPages,
  storyPages,
  likenessPages,
  supportPages,
  commitmentPages,
  releasePages,
  winnerPages,
  tellingPages,
  relationshipPages,
  searchPages,
  cyclePages,
  wishPages,
  alikePages,
  ballotPages,
  callingOffPages,
  paperPages,
  resultPages,
  electionPages,
  motionPages,
  hookPages,
  outboxPages,
  oldAddressPages,
  uploadPages,
  importsPages,
  rosterUndoPages,
  unadoptPages,
  followPages,
  meetingPages,
  attendancePages,
  minutesPages,
  seriesPages,
  pollPages,
  sessionPages,
  talkPages,
  talkDeskPages,
  speakerPages,
  reportPages,
  overviewPages,
  arrangingPages,
  eventPages,
  eventPeoplePages,
  eventSessionPages,
  callPages,
  decisionPages,
  // What has a name of its own comes before what has any.
  importingPages,
  documentPages,
  writingPages,
  keepingPages,
  versionPages,
  filePages,
  rhythmPages,
  issuePages,
  outletPages,
  importPages,
  newsPages,
  contributionPages,
]
