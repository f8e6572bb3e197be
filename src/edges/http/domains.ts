import { answerPages } from '../../advocacy/answers/pages.tsx'
import { briefPages } from '../../advocacy/briefs/pages.tsx'
import { commitmentPages } from '../../advocacy/commitments/pages.tsx'
import { deskPages } from '../../advocacy/desk/pages.tsx'
import { relationshipPages } from '../../advocacy/relationship/pages.tsx'
import { releasePages } from '../../advocacy/releases/pages.tsx'
import { tellingPages } from '../../advocacy/telling/pages.tsx'
import { winnerPages } from '../../advocacy/winners/pages.tsx'
import { archivePages } from '../../archive/pages.tsx'
import { callingOffPages } from '../../ballots/calling-off/pages.tsx'
import { cyclePages } from '../../ballots/cycles/pages.tsx'
import { electionPages } from '../../ballots/elections/pages.tsx'
import { motionPages } from '../../ballots/motions/pages.tsx'
import { ballotPages } from '../../ballots/pages.tsx'
import { paperPages } from '../../ballots/papers/pages.tsx'
import { resultPages } from '../../ballots/results/pages.tsx'
import { alikePages } from '../../ballots/similar/pages.tsx'
import { wishPages } from '../../ballots/wishes/pages.tsx'
import { charterPages } from '../../charter/clauses/pages.tsx'
import { unadoptPages } from '../../charter/clauses/undo/pages.tsx'
import { draftPages } from '../../charter/drafts/pages.tsx'
import { findingPages } from '../../charter/findings/pages.tsx'
import { measurePages } from '../../charter/measures/pages.tsx'
import { bringingPages } from '../../correspondence/bringing/pages.tsx'
import { correspondencePages } from '../../correspondence/pages.tsx'
import { addressPages } from '../../correspondence/role-addresses/pages.tsx'
import { mailboxPages } from '../../correspondence/undo/pages.tsx'
import { importingPages } from '../../documents/importing/pages.tsx'
import { keepingPages } from '../../documents/keeping/pages.tsx'
import { documentPages } from '../../documents/pages.tsx'
import { versionPages } from '../../documents/versions/pages.tsx'
import { writingPages } from '../../documents/writing/pages.tsx'
import { arrangingPages } from '../../events/arranging/pages.tsx'
import { callPages } from '../../events/call/pages.tsx'
import { eventPages } from '../../events/pages.tsx'
import { eventPeoplePages } from '../../events/people/pages.tsx'
import { eventSessionPages } from '../../events/sessions/pages.tsx'
import { uploadPages as filePages } from '../../files/uploads/pages.tsx'
import { approvalPages } from '../../groups/approvals/pages.tsx'
import { factsPages } from '../../groups/facts/pages.tsx'
import { handoverPages } from '../../groups/handover/pages.tsx'
import { officesPages } from '../../groups/offices/pages.tsx'
import { rosterPages } from '../../groups/roster/pages.tsx'
import { rosterImportPages } from '../../groups/roster-import/pages.tsx'
import { rosterUndoPages } from '../../groups/roster-import/undo/pages.tsx'
import { taskPages } from '../../groups/tasks/pages.tsx'
import { volunteerPages } from '../../groups/volunteers/pages.tsx'
import { followPages } from '../../imports/follow/pages.tsx'
import { oldAddressPages } from '../../imports/old-addresses/pages.tsx'
import { importsPages } from '../../imports/runs/pages.tsx'
import { uploadPages } from '../../imports/uploads/pages.tsx'
import { journalPages } from '../../journal/pages.tsx'
import { bouncePages } from '../../list/bounces/pages.tsx'
import { healthPages } from '../../list/health/pages.tsx'
import { memberPages } from '../../list/members/pages.tsx'
import { moderationPages } from '../../list/moderation/pages.tsx'
import { listPages } from '../../list/pages.tsx'
import { receivingPages } from '../../list/receiving/pages.tsx'
import { vettingPages } from '../../list/vetting/pages.tsx'
import { attendancePages } from '../../meetings/attendance/pages.tsx'
import { decisionPages } from '../../meetings/decisions/pages.tsx'
import { minutesPages } from '../../meetings/minutes/pages.tsx'
import { meetingPages } from '../../meetings/pages.tsx'
import { pollPages } from '../../meetings/polls/pages.tsx'
import { seriesPages } from '../../meetings/series/pages.tsx'
import { importPages } from '../../news/imports/pages.tsx'
import { issuePages } from '../../news/issues/pages.tsx'
import { outletPages } from '../../news/outlets/pages.tsx'
import { newsPages } from '../../news/pages.tsx'
import { contributionPages } from '../../news/record/pages.tsx'
import { rhythmPages } from '../../news/rhythm/pages.tsx'
import { firstWeeksPages } from '../../operations/first-weeks/pages.tsx'
import { sitePages } from '../../operations/set-up/pages.tsx'
import { watchPages } from '../../operations/watch/pages.tsx'
import { outboxPages } from '../../outbox/pages.tsx'
import { actingPages } from '../../people/acting/pages.tsx'
import { affiliationPages } from '../../people/affiliations/pages.tsx'
import { organisationPages } from '../../people/organisations/pages.tsx'
import { peoplePages } from '../../people/pages.tsx'
import { profilePages } from '../../people/profiles/pages.tsx'
import { referentPages } from '../../people/referents/pages.tsx'
import { registerPages } from '../../people/register/pages.tsx'
import { signInPages } from '../../people/sign-in/pages.tsx'
import { providerPages } from '../../people/sign-in/providers/pages.tsx'
import { tokenPages } from '../../people/tokens/pages.tsx'
import { waysInPages } from '../../people/ways-in/pages.tsx'
import { workplacePages } from '../../people/workplaces/pages.tsx'
import { privacyPages } from '../../privacy/pages.tsx'
import { removalPages } from '../../privacy/removal/pages.tsx'
import { overviewPages } from '../../reports/overview/pages.tsx'
import { reportPages } from '../../reports/pages.tsx'
import { boardPages } from '../../requests/board/pages.tsx'
import { casePages } from '../../requests/cases/pages.tsx'
import { pastPages } from '../../requests/imports/pages.tsx'
import { requestUndoPages } from '../../requests/imports/undo/pages.tsx'
import { mergePages } from '../../requests/merging/pages.tsx'
import { requestPages } from '../../requests/pages.tsx'
import { readingPages } from '../../requests/reading/pages.tsx'
import { likenessPages } from '../../requests/similar/pages.tsx'
import { storyPages } from '../../requests/stories/pages.tsx'
import { supportPages } from '../../requests/support/pages.tsx'
import { requestWritingPages } from '../../requests/writing/pages.tsx'
import { searchPages } from '../../search/pages.tsx'
import { speakerPages } from '../../talks/consent/pages.tsx'
import { deskPages as talkDeskPages } from '../../talks/desk/pages.tsx'
import { talkPages } from '../../talks/pages.tsx'
import { sessionPages } from '../../talks/sessions/pages.tsx'
import { todayPages } from '../../today/pages.tsx'
import { hookPages } from '../../webhooks/pages.tsx'
import { feedPages } from '../../website/feeds/pages.tsx'
import { homePages } from '../../website/home/pages.tsx'
import { lookPages } from '../../website/look/pages.tsx'
import { ownPages } from '../../website/own-pages/pages.tsx'
import { publicRelationshipPages } from '../../website/relationship/pages.tsx'

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
  waysInPages,
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
