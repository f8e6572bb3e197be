/** The parts of the help, and the pages of each in their order. */
export const helpParts = {
  everyone: ['today', 'sign-in', 'settings', 'lists', 'requests', 'ballots', 'meetings', 'show-and-tell', 'events', 'privacy'],
  group: ['moderation', 'vendor', 'documents', 'news', 'reports', 'charter', 'people', 'offices'],
  site: ['website', 'administration', 'api', 'assistants', 'webhooks'],
} as const

/** Whom a part of the help is for. */
export type HelpPart = keyof typeof helpParts
