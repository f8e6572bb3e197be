import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, nameplate } from '../nameplate.ts'
import { siteApi } from './api.ts'
import { feedPages } from './feeds/pages.tsx'
import { helpPages } from './help-pages.tsx'
import { homePages } from './home-pages.tsx'
import { appPages } from './look/app-pages.ts'
import { lookPages } from './look/pages.tsx'
import { ownPages } from './own-pages/pages.tsx'
import { listHappenings, named } from './public.ts'
import { publicRelationshipPages } from './relationship-pages.tsx'

const verbs = verbsOf(textsOf('website', 'history'))

declare module '../signed.ts' {
  interface Actions extends ActionsOf<typeof verbs> {}
}

export const website = nameplate({
  name: 'website',
  about: 'The public site',
  tables: ['site_look', 'site_menu'],
  pages: [homePages, lookPages, appPages, ownPages, publicRelationshipPages, feedPages, helpPages],
  api: [siteApi],
  verbs,
  happenings: listHappenings,
  named,
})
