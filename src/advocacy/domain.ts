import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { indexAnswer } from './answers/actions.ts'
import { keepOldAnswers } from './answers/old-actions.ts'
import { answerPages } from './answers/pages.tsx'
import { vendorApi } from './api.ts'
import { briefsApi } from './briefs/api.ts'
import { BriefFields, beginBriefForm, briefPages } from './briefs/pages.tsx'
import { answers } from './by-mail.ts'
import { commitmentPages } from './commitments/pages.tsx'
import { tellOfRelease } from './commitments/touched-jobs.ts'
import { advocacyConsequences } from './consequences.ts'
import { deciders } from './deciders.ts'
import { deskGuestPages } from './desk/guests-pages.tsx'
import { deskPages } from './desk/pages.tsx'
import { listLateAnswers } from './desk/queries.ts'
import { tellStandIn } from './desk/stand-ins-jobs.ts'
import { standInPages } from './desk/stand-ins-pages.tsx'
import {
  answered,
  asked,
  costs,
  draft,
  handedOver,
  invited,
  questionAnswered,
  refind,
  remind,
  reply,
  takenBack,
  widen,
  withdrawn,
} from './jobs.ts'
import { portalApi } from './portal/api.ts'
import { portalImportPages } from './portal/imports-pages.tsx'
import { compareEntries, readDue, readFeed } from './portal/jobs.ts'
import { portalPages } from './portal/pages.tsx'
import { findPortalSaid } from './portal/queries.ts'
import { findStations, findVendorSaid } from './provenance-queries.ts'
import { listHappenings, named } from './public.ts'
import { relationshipPages } from './relationship/pages.tsx'
import { releasePages } from './releases-pages.tsx'
import { indexBrief, indexCommitment } from './search-actions.ts'
import { askSide, takeSigned } from './signing/jobs.ts'
import { tell, weekly } from './telling/jobs.ts'
import { resultsSettings, tellingPages } from './telling/pages.tsx'
import { listOutcomes } from './telling/queries.ts'
import { countStalls, listVendorTasks } from './today-queries.ts'
import { winnersApi } from './winners/api.ts'
import { winnerPages } from './winners/pages.tsx'
import { findCommitted } from './winners/queries.ts'

const jobs = {
  'telling.tell': tell,
  'telling.weekly': weekly,
  'vendor.answered': answered,
  'vendor.asked': asked,
  'vendor.costs': costs,
  'vendor.draftBrief': draft,
  'vendor.handedOver': handedOver,
  'vendor.invited': invited,
  'vendor.portalCompare': compareEntries,
  'vendor.portalDue': readDue,
  'vendor.portalRead': readFeed,
  'vendor.releaseTold': tellOfRelease,
  'vendor.questionAnswered': questionAnswered,
  'vendor.refind': refind,
  'vendor.remind': remind,
  'vendor.reply': reply,
  'vendor.sign': askSide,
  'vendor.signed': takeSigned,
  'vendor.standIn': tellStandIn,
  'vendor.takenBack': takenBack,
  'vendor.widen': widen,
  'vendor.withdrawn': withdrawn,
}

const verbs = verbsOf(textsOf('advocacy', 'history'))

const letters = {
  'telling.became': 'results',
  'telling.weekly': 'results',
  'vendor.answered': 'vendor',
  'vendor.asked': 'vendor',
  'vendor.due': 'vendor',
  'vendor.handed': 'vendor',
  'vendor.invited': 'account',
  'vendor.late': 'vendor',
  'vendor.received': 'own',
  'vendor.refused': 'own',
  'vendor.release': 'results',
  'vendor.sign': 'vendor',
  'vendor.signed': 'own',
  'vendor.stand-in': 'account',
  'vendor.stand-in-asked': 'vendor',
  'vendor.taken-back': 'vendor',
  'vendor.told': 'own',
  'vendor.withdrawn': 'vendor',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const advocacy = nameplate({
  name: 'advocacy',
  about: 'Briefs, answers, commitments, releases: the group before the vendor',
  consequences: advocacyConsequences,
  tables: [
    'acceptance',
    'answer',
    'answer_cost',
    'answer_draft',
    'answer_return',
    'brief',
    'brief_quote',
    'brief_request',
    'brief_version',
    'capacity',
    'commitment',
    'commitment_pilot',
    'delivery_claim',
    'portal_before',
    'portal_case',
    'portal_feed',
    'portal_import',
    'portal_status',
    'release',
    'release_notice',
    'release_suggestion',
    'signing_asking',
    'signing_word',
    'submission',
    'submission_guest',
    'submission_item',
    'telling_event',
    'telling_post',
    'telling_post_event',
    'telling_preference',
    'told',
    'vendor_meeting',
    'vendor_question',
    'vendor_rule',
    'withdrawn_quote',
  ],
  published: ['shared_answer'],
  deciders,
  letters,
  settings: [resultsSettings],
  pages: [
    briefPages,
    deskPages,
    deskGuestPages,
    standInPages,
    portalPages,
    portalImportPages,
    answerPages,
    commitmentPages,
    releasePages,
    winnerPages,
    tellingPages,
    relationshipPages,
  ],
  api: [vendorApi, briefsApi, winnersApi, portalApi],
  tools: [
    { reads: 'listAnswers', page: '/answers', item: '/answers/{id}' },
    { reads: 'listCommitments', page: '/commitments', item: '/commitments/{id}' },
    {
      drafts: 'draftBrief',
      about: 'A package of requests for the vendor, with its purpose.',
      form: beginBriefForm,
      fields: BriefFields.pick({ title: true, purpose: true, group: true, requestId: true }),
    },
  ],
  jobs,
  schedule: {
    'telling.tell': '*/5 * * * *',
    'telling.weekly': '20 6 * * 1',
    'vendor.portalDue': '* * * * *',
    'vendor.remind': '12 6 * * *',
    'vendor.withdrawn': '*/10 * * * *',
  },
  offers: {
    listOutcomes,
    findStations: (db, actor, requestId) => findStations(db, actor, requestId, { beyond: true }),
    findVendorSaid,
    findPortalSaid,
    findCommitted,
    listLateAnswers,
    keepOldAnswers,
  },
  finders: [
    { kind: 'answer', table: 'answer', index: indexAnswer },
    { kind: 'brief', table: 'brief', index: indexBrief },
    { kind: 'commitment', table: 'commitment', index: indexCommitment },
  ],
  verbs,
  figures: [
    figures(
      {
        vendor_answers_late: ['Answers of vendors that are late'],
        telling_waiting: ['Updates that people should have got an hour ago; if it stays above none, no emails go out'],
      },
      async (db, at) => {
        const { late, untold } = await countStalls(db, at)
        return { vendor_answers_late: late, telling_waiting: untold }
      },
    ),
  ],
  answers,
  happenings: listHappenings,
  waiting: [{ kind: 'vendor', list: listVendorTasks }],
  named,
})
