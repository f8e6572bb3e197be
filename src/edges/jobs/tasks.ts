import * as vendor from '../../advocacy/jobs.ts'
import * as telling from '../../advocacy/telling/jobs.ts'
import { thinChanges } from '../../archive/page-versions/actions.ts'
import * as callingOff from '../../ballots/calling-off/jobs.ts'
import * as cycles from '../../ballots/cycles/jobs.ts'
import * as elections from '../../ballots/elections/jobs.ts'
import * as ballots from '../../ballots/jobs.ts'
import * as motions from '../../ballots/motions/jobs.ts'
import { alarm as ballotAlarm } from '../../ballots/overdue/jobs.ts'
import * as papers from '../../ballots/papers/jobs.ts'
import * as wishes from '../../ballots/wishes/jobs.ts'
import * as clauses from '../../charter/clauses/jobs.ts'
import * as findings from '../../charter/findings/jobs.ts'
import * as mailboxes from '../../correspondence/bringing/jobs.ts'
import * as correspondence from '../../correspondence/jobs.ts'
import * as folders from '../../documents/importing/jobs.ts'
import * as documents from '../../documents/jobs.ts'
import * as events from '../../events/jobs.ts'
import * as files from '../../files/scan/jobs.ts'
import * as handover from '../../groups/handover/jobs.ts'
import * as roster from '../../groups/roster/jobs.ts'
import * as tasksOfPeople from '../../groups/tasks/jobs.ts'
import * as volunteers from '../../groups/volunteers/jobs.ts'
import * as undo from '../../imports/undo/jobs.ts'
import * as moving from '../../imports/uploads/jobs.ts'
import { chainJournal } from '../../journal/actions.ts'
import { sweepAnswers } from '../../lib/db/answers.ts'
import { sweepTurns } from '../../lib/db/limit.ts'
import * as bounces from '../../list/bounces/jobs.ts'
import * as commands from '../../list/commands/jobs.ts'
import * as digests from '../../list/digests/jobs.ts'
import * as invitations from '../../list/invitations/jobs.ts'
import * as list from '../../list/jobs.ts'
import * as members from '../../list/members/jobs.ts'
import * as comings from '../../list/membership-mail/jobs.ts'
import * as moderation from '../../list/moderation/jobs.ts'
import * as vetting from '../../list/vetting/jobs.ts'
import * as meetings from '../../meetings/jobs.ts'
import * as news from '../../news/jobs.ts'
import * as outlets from '../../news/outlets/jobs.ts'
import * as watched from '../../operations/watch/jobs.ts'
import * as outbox from '../../outbox/jobs.ts'
import * as affiliations from '../../people/affiliations/jobs.ts'
import * as people from '../../people/jobs.ts'
import * as referents from '../../people/referents/jobs.ts'
import * as found from '../../people/search/jobs.ts'
import { sweepSheets } from '../../people/sheets/actions.ts'
import { sweepFlows } from '../../people/sign-in/actions.ts'
import * as waysIn from '../../people/ways-in/jobs.ts'
import * as workplaces from '../../people/workplaces/jobs.ts'
import * as privacy from '../../privacy/jobs.ts'
import * as reports from '../../reports/jobs.ts'
import * as requests from '../../requests/jobs.ts'
import * as talks from '../../talks/jobs.ts'
import type { Task, TaskContext } from '../../task.ts'
import { sendToday } from '../../today/jobs.ts'
import * as webhooks from '../../webhooks/jobs.ts'
import * as inbound from '../mailroom/alarm.ts'

const chain = async (_: object, { write }: TaskContext): Promise<void> => {
  while ((await write((tx) => chainJournal(tx))) > 0);
}

const sweep = async (_: object, { db, now }: TaskContext): Promise<void> => {
  await sweepTurns(db, now())
  await sweepAnswers(db, now())
  await sweepFlows(db, now())
  await sweepSheets(db, now())
}

const thin = (_: object, { db }: TaskContext): Promise<void> => thinChanges(db)

/** Every job there is, by the name that it is queued with. */
export const tasks: Record<string, Task> = {
  'ballots.calledOff': callingOff.calledOff,
  'ballots.castAgain': ballots.castAgain,
  'ballots.castNotice': papers.castNotice,
  'ballots.counted': ballots.counted,
  'ballots.extended': ballots.extended,
  'ballots.innerPoll': papers.innerPoll,
  'ballots.mailRefused': papers.mailRefused,
  'ballots.nominated': elections.nominated,
  'ballots.objection': motions.objected,
  'ballots.opened': ballots.opened,
  'ballots.phaseOpened': cycles.phaseOpened,
  'ballots.preparedAnew': callingOff.preparedAnew,
  'ballots.rewordAsked': wishes.rewordAsked,
  'ballots.seatOffered': elections.seatOffered,
  'ballots.alarm': ballotAlarm,
  'ballots.turn': ballots.turn,
  'ballots.wishDecided': wishes.wishDecided,
  'archive.thinChanges': thin,
  'bounces.weigh': bounces.weigh,
  'charter.digest': findings.monthlyDigest,
  'charter.remindReviews': clauses.remindReviews,
  'charter.announceTerms': roster.announceTerms,
  'charter.actionsAnswered': tasksOfPeople.answered,
  'charter.actionsUnclear': tasksOfPeople.unclear,
  'charter.remindActions': tasksOfPeople.remindActions,
  'events.cancelled': events.cancelled,
  'events.decided': events.decided,
  'events.gap': events.gap,
  'events.invite': events.invite,
  'events.keepUp': events.keepUp,
  'events.moved': events.moved,
  'events.placed': events.placed,
  'documents.keepReading': folders.keepReading,
  'documents.read': documents.read,
  'documents.readFolder': folders.readFolder,
  'documents.remindReviews': documents.remindReviews,
  'files.scan': files.scan,
  'files.sweep': files.sweep,
  'inbound.alarm': inbound.alarm,
  'journal.chain': chain,
  'list.confirmJoin': list.confirmJoin,
  'list.confirmLeave': list.confirmLeave,
  'list.commandResults': commands.commandResults,
  'list.confirmCommands': commands.confirmCommands,
  'list.invitation': invitations.invitation,
  'list.welcomeInvited': invitations.welcomeInvited,
  'list.dailyDigests': digests.dailyDigests,
  'list.digestAlarm': digests.digestAlarm,
  'list.fullDigests': digests.fullDigests,
  'list.lastDigest': digests.lastDigest,
  'list.weeklySummaries': digests.weeklySummaries,
  'list.decisionFailed': moderation.decisionFailed,
  'list.held': moderation.held,
  'list.heldExpired': moderation.heldExpired,
  'list.help': list.help,
  'list.left': list.left,
  'list.postRejected': moderation.postRejected,
  'list.remind': moderation.remind,
  'list.tellChanges': comings.tellChanges,
  'list.removed': members.removed,
  'list.requestRejected': list.requestRejected,
  'list.moreAsked': vetting.moreAsked,
  'list.requestWaits': vetting.requestWaits,
  'list.vouchAsked': vetting.vouchAsked,
  'list.welcome': list.welcome,
  'moving.keepRunning': moving.keepRunning,
  'moving.run': moving.run,
  'moving.sweep': moving.sweep,
  'moving.undo': undo.undo,
  'meetings.agendas': meetings.sendAgendas,
  'meetings.askDates': meetings.askForDates,
  'meetings.decisionsDue': meetings.remindDecisions,
  'meetings.itemTaken': meetings.itemCame,
  'meetings.keepUp': meetings.keepUp,
  'meetings.minutesOut': meetings.sendMinutes,
  'meetings.minutesToList': meetings.minutesToList,
  'meetings.remind': meetings.remind,
  'meetings.silence': meetings.approveSilently,
  'meetings.tell': meetings.tell,
  'news.contribute': outlets.contribute as Task,
  'news.mail': news.mail as Task,
  'news.turn': news.turn,
  'site.sweep': sweep,
  'site.today': sendToday,
  'site.watch': watched.watch,
  'site.backup': watched.backup,
  'office.bringMailbox': mailboxes.bring,
  'office.keepBringing': mailboxes.keepBringing,
  'office.announceLate': correspondence.announceLate,
  'office.closeCalls': volunteers.closeCalls,
  'office.handedOver': handover.handedOver,
  'office.handoverPrepared': handover.handoverPrepared,
  'office.notSent': correspondence.notSent,
  'office.offerDecided': volunteers.offerDecided,
  'outbox.paused': outbox.paused,
  'outbox.prune': outbox.prune,
  'report.told': reports.told as Task,
  'requests.askAffirmation': requests.askAffirmation,
  'requests.caseCaptured': requests.caseCaptured,
  'requests.caseForwarded': requests.caseForwarded,
  'requests.caseWithdrawn': requests.caseWithdrawn,
  'requests.championed': requests.championed,
  'requests.closeDue': requests.closeDue,
  'requests.collated': requests.collated,
  'requests.commented': requests.commented,
  'requests.confirmSupport': requests.confirmSupport,
  'requests.mergeProposed': requests.mergeProposed,
  'requests.mergeSettled': requests.mergeSettled,
  'requests.read': requests.read,
  'requests.storyTold': requests.storyTold,
  'people.askWithoutBasis': workplaces.askWithoutBasis,
  'people.claimLetter': affiliations.claimLetter,
  'people.newWayIn': waysIn.newWayIn,
  'privacy.erasureAsked': privacy.erasureAsked,
  'privacy.erasureDecided': privacy.erasureDecided,
  'privacy.export': privacy.makeCopy,
  'privacy.ledger': privacy.ledger,
  'privacy.sweep': privacy.sweep,
  'people.index': found.index,
  'people.reconfirm': affiliations.reconfirm,
  'people.referentDecided': referents.referentDecided,
  'people.referentNamed': referents.referentNamed,
  'people.signInLetter': people.signInLetter,
  'talks.decided': talks.decided as Task,
  'talks.proposed': talks.proposed,
  'talks.recordingWithdrawn': talks.recordingWithdrawn as Task,
  'talks.slots': talks.tellSlots,
  'talks.turn': talks.turn,
  'telling.tell': telling.tell,
  'telling.weekly': telling.weekly,
  'vendor.answered': vendor.answered,
  'vendor.asked': vendor.asked,
  'vendor.handedOver': vendor.handedOver,
  'vendor.invited': vendor.invited,
  'vendor.questionAnswered': vendor.questionAnswered,
  'vendor.refind': vendor.refind,
  'vendor.remind': vendor.remind,
  'vendor.reply': vendor.reply as Task,
  'vendor.widen': vendor.widen,
  'vendor.withdrawn': vendor.withdrawn,
  'webhooks.send': webhooks.send,
  'webhooks.turn': webhooks.turn,
}

/** What happens by itself, and when, in the syntax of cron (UTC). */
export const schedule = [
  { task: 'privacy.sweep', match: '27 3 * * *', options: { jobKey: 'privacy.sweep' } },
  { task: 'ballots.alarm', match: '*/10 * * * *', options: { jobKey: 'ballots.alarm' } },
  { task: 'ballots.turn', match: '* * * * *', options: { jobKey: 'ballots.turn' } },
  { task: 'outbox.prune', match: '37 2 * * *', options: { jobKey: 'outbox.prune' } },
  { task: 'archive.thinChanges', match: '*/5 * * * *', options: { jobKey: 'archive.thinChanges' } },
  { task: 'bounces.weigh', match: '*/10 * * * *', options: { jobKey: 'bounces.weigh' } },
  { task: 'journal.chain', match: '* * * * *', options: { jobKey: 'journal.chain' } },
  // Mondays to Thursdays, in the morning of most: who is asked can be helped the same day.
  { task: 'people.reconfirm', match: '23 7 * * 1-4', options: { jobKey: 'people.reconfirm' } },
  // Before the morning of most readers; what fills an issue earlier leaves earlier.
  { task: 'list.dailyDigests', match: '5 * * * *', options: { jobKey: 'list.dailyDigests' } },
  { task: 'list.digestAlarm', match: '25 * * * *', options: { jobKey: 'list.digestAlarm' } },
  { task: 'list.fullDigests', match: '3,18,33,48 * * * *', options: { jobKey: 'list.fullDigests' } },
  { task: 'list.weeklySummaries', match: '25 5 * * 1', options: { jobKey: 'list.weeklySummaries' } },
  { task: 'list.remind', match: '11 7 * * *', options: { jobKey: 'list.remind' } },
  { task: 'list.tellChanges', match: '17 6 * * *', options: { jobKey: 'list.tellChanges' } },
  { task: 'inbound.alarm', match: '40 6 * * *', options: { jobKey: 'inbound.alarm' } },
  { task: 'charter.remindReviews', match: '39 6 * * *', options: { jobKey: 'charter.remindReviews' } },
  // On the first days of a month, so that one day on which nothing ran does not lose it; a month is told once.
  { task: 'charter.digest', match: '51 6 1-5 * *', options: { jobKey: 'charter.digest' } },
  { task: 'charter.announceTerms', match: '41 6 * * *', options: { jobKey: 'charter.announceTerms' } },
  { task: 'charter.remindActions', match: '44 6 * * 1-5', options: { jobKey: 'charter.remindActions' } },
  { task: 'office.closeCalls', match: '45 6 * * *', options: { jobKey: 'office.closeCalls' } },
  { task: 'office.announceLate', match: '47 6 * * *', options: { jobKey: 'office.announceLate' } },
  { task: 'requests.closeDue', match: '5 1 * * *', options: { jobKey: 'requests.closeDue' } },
  { task: 'moving.keepRunning', match: '*/10 * * * *', options: { jobKey: 'moving.keepRunning' } },
  { task: 'office.keepBringing', match: '*/10 * * * *', options: { jobKey: 'office.keepBringing' } },
  { task: 'moving.sweep', match: '27 3 * * *', options: { jobKey: 'moving.sweep' } },
  { task: 'telling.tell', match: '*/5 * * * *', options: { jobKey: 'telling.tell' } },
  { task: 'telling.weekly', match: '20 6 * * 1', options: { jobKey: 'telling.weekly' } },
  { task: 'vendor.remind', match: '12 6 * * *', options: { jobKey: 'vendor.remind' } },
  { task: 'vendor.withdrawn', match: '*/10 * * * *', options: { jobKey: 'vendor.withdrawn' } },
  { task: 'meetings.agendas', match: '25 * * * *', options: { jobKey: 'meetings.agendas' } },
  { task: 'meetings.decisionsDue', match: '48 6 * * 1-5', options: { jobKey: 'meetings.decisionsDue' } },
  { task: 'meetings.keepUp', match: '5 * * * *', options: { jobKey: 'meetings.keepUp' } },
  { task: 'meetings.tell', match: '6,36 * * * *', options: { jobKey: 'meetings.tell' } },
  { task: 'meetings.remind', match: '*/15 * * * *', options: { jobKey: 'meetings.remind' } },
  { task: 'meetings.silence', match: '9 * * * *', options: { jobKey: 'meetings.silence' } },
  { task: 'events.keepUp', match: '31 6 * * *', options: { jobKey: 'events.keepUp' } },
  { task: 'talks.turn', match: '14 * * * *', options: { jobKey: 'talks.turn' } },
  { task: 'documents.remindReviews', match: '50 6 * * *', options: { jobKey: 'documents.remindReviews' } },
  { task: 'documents.keepReading', match: '23 * * * *', options: { jobKey: 'documents.keepReading' } },
  { task: 'files.sweep', match: '21 * * * *', options: { jobKey: 'files.sweep' } },
  { task: 'webhooks.turn', match: '* * * * *', options: { jobKey: 'webhooks.turn' } },
  { task: 'people.index', match: '*/10 * * * *', options: { jobKey: 'people.index' } },
  { task: 'site.watch', match: '*/5 * * * *', options: { jobKey: 'site.watch' } },
  { task: 'site.backup', match: '30 2 * * *', options: { jobKey: 'site.backup' } },
  { task: 'site.today', match: '15 6 * * 1', options: { jobKey: 'site.today' } },
  { task: 'news.turn', match: '* * * * *', options: { jobKey: 'news.turn' } },
  { task: 'site.sweep', match: '17 * * * *', options: { jobKey: 'site.sweep' } },
]
