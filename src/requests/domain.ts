import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { indexRequest } from './actions.ts'
import { answers } from './answers.ts'
import { requestApi } from './api.ts'
import { boardPages } from './board/pages.tsx'
import { indexCase } from './cases/actions.ts'
import { capturingPages } from './cases/capturing-pages.tsx'
import { casePages, writeCaseForm } from './cases/pages.tsx'
import { requestConsequences } from './consequences.ts'
import { chooseRequestGroup } from './core/queries.ts'
import { deciders } from './deciders.ts'
import { CaseForm, RequestForm } from './forms.tsx'
import { pastPages } from './imports/pages.tsx'
import {
  areaNamed,
  caseCaptured,
  caseForwarded,
  caseWithdrawn,
  championed,
  collated,
  commented,
  commentFiles,
  keepLikeness,
  mayHelp,
  mergeProposed,
  mergeSettled,
  read,
  storyTold,
} from './jobs.ts'
import { mergeNoticePages } from './merging-notice-pages.tsx'
import { mergeForm, mergePages, ProposeForm } from './merging-pages.tsx'
import { movingPages } from './moving-pages.tsx'
import { commentForm, noteForm, requestPages, TextForm } from './pages.tsx'
import { pickingPages } from './picking-pages.tsx'
import { listHappenings, named } from './public.ts'
import { readingPages } from './reading-pages.tsx'
import { sameHere } from './same-here/jobs.ts'
import { sameHerePages } from './same-here/pages.tsx'
import { likenessPages } from './similar-pages.tsx'
import { findAlike } from './similar-queries.ts'
import { indexStory } from './stories-actions.ts'
import { ReplyForm, StoryForm, shareStoryForm, storyPages, storyReplyForm } from './stories-pages.tsx'
import { storyTexts } from './stories-queries.ts'
import { askAffirmation, closeDue, confirmSupport } from './support/jobs.ts'
import { supportPages } from './support/pages.tsx'
import { listSupported } from './support/queries.ts'
import { listRequestTasks } from './today-queries.ts'
import { makeRequestForm, requestWritingPages } from './writing-pages.tsx'

const jobs = {
  'requests.areaNamed': areaNamed,
  'requests.askAffirmation': askAffirmation,
  'requests.caseCaptured': caseCaptured,
  'requests.caseForwarded': caseForwarded,
  'requests.caseWithdrawn': caseWithdrawn,
  'requests.championed': championed,
  'requests.closeDue': closeDue,
  'requests.collated': collated,
  'requests.commented': commented,
  'requests.commentFiles': commentFiles,
  'requests.confirmSupport': confirmSupport,
  'requests.mayHelp': mayHelp,
  'requests.keepLikeness': keepLikeness,
  'requests.mergeProposed': mergeProposed,
  'requests.mergeSettled': mergeSettled,
  'requests.read': read,
  'requests.sameHere': sameHere,
  'requests.storyTold': storyTold,
}

const verbs = verbsOf(textsOf('requests', 'history'))

const letters = {
  'requests.affirm-support': 'questions',
  'requests.case-captured': 'own',
  'requests.case-collated': 'requests',
  'requests.case-forwarded': 'own',
  'requests.case-withdrawn': 'requests',
  'requests.championed': 'requests',
  'requests.comment': 'comments',
  'requests.confirm-support': 'questions',
  'requests.may-help': 'own',
  'requests.merge-dropped': 'requests',
  'requests.merge-proposed': 'requests',
  'requests.merged': 'requests',
  'requests.same-here': 'own',
  'requests.story-told': 'own',
  'requests.unmerged': 'requests',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const requests = nameplate({
  name: 'requests',
  about: 'User cases, requests, stories',
  consequences: requestConsequences,
  tables: [
    'affirmation',
    'board_view',
    'case_number',
    'case_suggestion',
    'case_word',
    'likeness',
    'likeness_index',
    'merge_notice',
    'merge_party',
    'merge_proposal',
    'past_answer',
    'past_vote',
    'merged_area',
    'product_area',
    'request',
    'request_affected',
    'request_case',
    'request_comment',
    'request_file',
    'request_follower',
    'request_import',
    'request_link',
    'request_move',
    'request_note',
    'request_rule',
    'request_version',
    'same_here',
    'story',
    'support',
    'support_question',
    'support_voice',
    'synonym',
    'synonym_version',
    'topic',
    'user_case',
    'user_case_source',
    'user_case_version',
  ],
  published: ['shared_request', 'shared_user_case', 'shared_user_case_source'],
  deciders,
  letters,
  pages: [
    readingPages,
    pickingPages,
    capturingPages,
    casePages,
    boardPages,
    pastPages,
    mergePages,
    mergeNoticePages,
    movingPages,
    requestWritingPages,
    requestPages,
    storyPages,
    likenessPages,
    supportPages,
    sameHerePages,
  ],
  api: [requestApi],
  tools: [
    { reads: 'listRequests', page: '/requests', item: '/requests/{id}' },
    { reads: 'getRequest', page: '/requests/{request}', resource: true },
    { reads: 'listSimilarRequests', page: '/requests/{request}', item: '/requests/{id}' },
    { reads: 'listUserCases', page: '/cases', item: '/cases/{id}' },
    {
      drafts: 'draftMerge',
      about: 'Two requests that may be one; everyone concerned is asked once it is sent.',
      form: mergeForm,
      fields: ProposeForm,
    },
    {
      drafts: 'draftRequest',
      about: 'A new request of a group, in Markdown. What kind it is and who may see it are said by its person.',
      form: makeRequestForm,
      ofGroup: true,
      fields: RequestForm.pick({ title: true, text: true, versions: true, reproduction: true, workaround: true, numbers: true }),
      asks: { group: chooseRequestGroup },
    },
    {
      drafts: 'draftUserCase',
      about: 'What its person does in their work, and what hinders them. Who may use it is said by its person.',
      form: writeCaseForm,
      ofGroup: true,
      fields: CaseForm.pick({
        title: true,
        who: true,
        workflow: true,
        frequency: true,
        problem: true,
        workaround: true,
        cost: true,
        versions: true,
      }),
      asks: { group: chooseRequestGroup },
    },
    { drafts: 'draftComment', about: 'A comment on a request, for all who can see it.', form: commentForm, fields: TextForm },
    { drafts: 'draftNote', about: 'A note on a request, for the working group alone.', form: noteForm, fields: TextForm },
    {
      drafts: 'draftStory',
      about: 'What somebody did, and what came of it. Its kind and who may see it are said by its person.',
      form: shareStoryForm,
      ofGroup: true,
      fields: StoryForm.pick({ title: true, text: true, outcome: true }),
      asks: { group: chooseRequestGroup },
    },
    { drafts: 'draftStoryReply', about: 'A reply to a story.', form: storyReplyForm, fields: ReplyForm },
  ],
  jobs,
  schedule: { 'requests.closeDue': '5 1 * * *', 'requests.keepLikeness': '*/10 * * * *' },
  offers: { findAlike, listSupported },
  finders: [
    { kind: 'request', table: 'request', index: indexRequest },
    { kind: 'case', table: 'user_case', index: indexCase },
    { kind: 'story', table: 'story', index: indexStory },
  ],
  verbs,
  answers,
  happenings: listHappenings,
  waiting: [{ kind: 'requests', list: listRequestTasks }],
  texts: storyTexts,
  named,
})
