/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'site.look_changed': 'changed the design of the website',
  'site.menu_changed': 'changed the menu of the website',
  'site.page_added': 'created an extra page',
  'site.page_changed': 'edited an extra page',
}
