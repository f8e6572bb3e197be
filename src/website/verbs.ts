/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'site.look_changed': 'changed the look of the site',
  'site.menu_changed': 'changed the menu of the site',
  'site.page_added': 'added a page of the site',
  'site.page_changed': 'changed a page of the site',
}
