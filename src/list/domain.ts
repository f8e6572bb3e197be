import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { answers } from './answers.ts'
import { listApi } from './api.ts'
import { bansApi } from './bans/api.ts'
import { belongings } from './belongings.ts'
import { weigh } from './bounces/jobs.ts'
import { bouncePages } from './bounces/pages.tsx'
import { closingPages } from './closing-pages.tsx'
import { commandResults, confirmCommands } from './commands/jobs.ts'
import { listConsequences } from './consequences.ts'
import { chooseList } from './core/queries.ts'
import { deciders } from './deciders.ts'
import { dailyDigests, digestAlarm, fullDigests, lastDigest, weeklySummaries } from './digests/jobs.ts'
import { listLate } from './digests/queries.ts'
import { directoryPages } from './directory-pages.tsx'
import { healthPages } from './health-pages.tsx'
import { invitation, welcomeInvited } from './invitations/jobs.ts'
import { confirmJoin, confirmLeave, help, left, requestRejected, welcome } from './jobs.ts'
import { meApi } from './me-api.ts'
import { memberApi } from './members/api.ts'
import { removed } from './members/jobs.ts'
import { memberPages } from './members/pages.tsx'
import { listOutsideWaiting } from './members/waiting-queries.ts'
import { tellChanges } from './membership-mail/jobs.ts'
import { moderationApi } from './moderation/api.ts'
import { claimApi } from './moderation/claims-api.ts'
import { emergency } from './moderation/emergency-jobs.ts'
import { decisionFailed, held, heldExpired, mendApprovals, postApproved, postRejected, remind, summary } from './moderation/jobs.ts'
import { moderationPages } from './moderation/pages.tsx'
import { isAnyHeld, isHeld } from './moderation/queries.ts'
import { rulesApi } from './moderation-rules/api.ts'
import { noticeApi } from './notices/api.ts'
import { listPages, subscriptionSettings } from './pages.tsx'
import { named } from './public.ts'
import { receivingApi } from './receiving/api.ts'
import { receivingPages } from './receiving/pages.tsx'
import { addressPages } from './role-addresses/pages.tsx'
import { settingsApi } from './settings/api.ts'
import { vettingApi } from './vetting/api.ts'
import { applicantAnswered, moreAsked, requestWaits, vouchAsked } from './vetting/jobs.ts'
import { vettingPages } from './vetting/pages.tsx'
import { closeCalls, offerDecided } from './volunteers/jobs.ts'
import { volunteerPages } from './volunteers/pages.tsx'
import { leave } from './writing/jobs.ts'
import { WriteForm, writeForm, writingPages } from './writing/pages.tsx'

const jobs = {
  'bounces.weigh': weigh,
  'list.confirmJoin': confirmJoin,
  'list.confirmLeave': confirmLeave,
  'list.commandResults': commandResults,
  'list.confirmCommands': confirmCommands,
  'list.invitation': invitation,
  'list.welcomeInvited': welcomeInvited,
  'list.dailyDigests': dailyDigests,
  'list.digestAlarm': digestAlarm,
  'list.fullDigests': fullDigests,
  'list.lastDigest': lastDigest,
  'list.weeklySummaries': weeklySummaries,
  'list.decisionFailed': decisionFailed,
  'list.emergency': emergency,
  'list.held': held,
  'list.heldExpired': heldExpired,
  'list.heldSummary': summary,
  'list.help': help,
  'list.leave': leave,
  'list.left': left,
  'list.mendApprovals': mendApprovals,
  'list.postApproved': postApproved,
  'list.postRejected': postRejected,
  'list.remind': remind,
  'list.tellChanges': tellChanges,
  'list.removed': removed,
  'list.requestRejected': requestRejected,
  'list.moreAsked': moreAsked,
  'list.applicantAnswered': applicantAnswered,
  'list.requestWaits': requestWaits,
  'list.vouchAsked': vouchAsked,
  'list.welcome': welcome,
  'office.closeCalls': closeCalls,
  'office.offerDecided': offerDecided,
}

const verbs = verbsOf(textsOf('list', 'history'))

const letters = {
  'bounces.incident': 'lists',
  'bounces.probe': 'account',
  'list.already-joined': 'own',
  'list.applicant-answered': 'moderation',
  'list.comings-moderators': 'moderation',
  'list.command-results': 'own',
  'list.confirm-commands': 'own',
  'list.confirm-join': 'own',
  'list.confirm-leave': 'own',
  'list.decided-before': 'own',
  'list.decision-unclear': 'own',
  'list.digestAlarm': 'lists',
  'list.emergency': 'moderation',
  'list.held-author': 'own',
  'list.held-expired': 'own',
  'list.held-moderators': 'moderation',
  'list.held-reminder': 'reminders',
  'list.held-summary': 'moderation',
  'list.help': 'own',
  'list.invitation': 'own',
  'list.join-moderators': 'moderation',
  'list.left': 'own',
  'list.more-asked': 'own',
  'list.not-joined': 'own',
  'list.post-rejected': 'own',
  'list.removed': 'own',
  'list.request-rejected': 'own',
  'list.request-waits': 'own',
  'list.vouch-asked': 'own',
  'list.welcome': 'own',
  'office.call-closed': 'roles',
  'office.offer-decided': 'own',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const list = nameplate({
  name: 'list',
  about: 'Lists, subscriptions, held mail, bounces, addresses of roles, calls for volunteers',
  consequences: listConsequences,
  tables: [
    'ban',
    'consent',
    'digest_issue',
    'held_mail',
    'held_notice',
    'incident',
    'invitation',
    'last_digest',
    'list',
    'list_sender',
    'mail_command',
    'notice_template',
    'request_evidence',
    'role_address',
    'setting_change',
    'subscription',
    'subscription_request',
    'subscription_topic',
    'volunteer_call',
    'volunteer_offer',
    'written_post',
  ],
  published: ['shared_list', 'shared_role_address', 'shared_subscription'],
  deciders,
  letters,
  due: { 'list.held-moderators': (db, { id }) => isHeld(db, id), 'list.held-reminder': (db, { id }) => isAnyHeld(db, id) },
  settings: [subscriptionSettings],
  pages: [
    closingPages,
    bouncePages,
    listPages,
    writingPages,
    directoryPages,
    moderationPages,
    memberPages,
    healthPages,
    receivingPages,
    vettingPages,
    addressPages,
    volunteerPages,
  ],
  api: [meApi, vettingApi, listApi, memberApi, claimApi, moderationApi, rulesApi, bansApi, settingsApi, noticeApi, receivingApi],
  tools: [
    { reads: 'listLists', page: '/lists', item: '/lists/{name}' },
    {
      drafts: 'draftMessage',
      about: 'A message to a list; an answer in a thread, where reply is the id of the message that it answers.',
      form: writeForm,
      fields: WriteForm.pick({ subject: true, text: true, reply: true }),
      asks: { list: chooseList },
    },
  ],
  jobs,
  schedule: {
    'bounces.weigh': '*/10 * * * *',
    // Before the morning of most readers; what fills an issue earlier leaves earlier.
    'list.dailyDigests': '5 * * * *',
    'list.digestAlarm': '25 * * * *',
    'list.fullDigests': '3,18,33,48 * * * *',
    'list.weeklySummaries': '25 5 * * 1',
    'list.mendApprovals': '7,37 * * * *',
    'list.remind': '11 7 * * *',
    'list.tellChanges': '17 6 * * *',
    'office.closeCalls': '45 6 * * *',
  },
  waiting: [{ kind: 'lists', list: listOutsideWaiting }],
  belongings,
  verbs,
  figures: [
    figures({ digests_late: ['Lists whose digest should have gone out more than two hours ago'] }, async (db, at) => ({
      digests_late: (await listLate(db, at)).length,
    })),
  ],
  answers,
  named,
})
