/** What the demo's institutions wish for: area, title, text; short as people write them. */
const wished: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Rollover: {
    'Set many citations to Complete after rollover':
      'After rollover all citations of a list are "being prepared" again. We set some 4,000 of them back by hand each August. Let us choose a status for a whole list or section at once.',
    'No more “(2)” on duplicated lists':
      'A duplicated list is called "Title (2)". Students find both and take the wrong one. Let us name the copy, or keep the title and show the course instead.',
    'Choose whether library notes are copied':
      'Library notes are copied at rollover whether they still hold or not. A tick at the rollover would do.',
  },
  'Student view': {
    'The student’s view as a button':
      'To see what students see we keep a test account. A button that switches the page to the student’s view, for whoever may edit the list.',
    'Link to a section':
      'Lecturers link from the course page to the list and tell students to scroll. Each section needs an address of its own that survives rollover.',
    'Visibility dates for each section': 'A seminar wants week five to appear in week five. Dates exist for lists, not for sections.',
  },
  Copyright: {
    'Warn before a copyright permission expires':
      'Permissions end and we learn of it from a student. A warning some weeks before, with the lists that use it.',
    'Rules by the country of the campus':
      'We have campuses in two countries. Fair dealing in one is not fair use in the other; the rule should follow the course.',
  },
  Processing: {
    'Broken-link report for a department':
      'We check links list by list. A report for all lists of a department, with the date of the last check.',
    'Queues for each campus': 'Requests of five campuses come in one queue. Each campus must see its own first and the others on demand.',
    'Show instructors why a citation was declined': 'A declined citation shows no reason. They write to us, we look it up, we write back.',
    'Send one citation without its list': 'A lecturer sends the whole list for one new title, and all 80 come back to us as "sent".',
  },
  Acquisitions: {
    'Student numbers on the purchase request':
      'How many copies or which licence depends on the number of students. It is known in the course and missing on the request.',
    'Locate against the consortium’s catalogue':
      'Locate looks into our own repository alone. The consortium holds what we would otherwise buy.',
  },
  Accessibility: {
    'Reorder citations by keyboard': 'Citations can be moved by dragging only. Two of our editors cannot drag.',
    'A label on the analytics icon': 'A screen reader says "button". It should say what the button does.',
  },
  Import: {
    'Take in a Word syllabus': 'Most of our lists begin as a Word file. We copy references one by one.',
    'Import of old lists with their annotations':
      'Moving from another system we kept the references and lost every note that a lecturer had written.',
  },
  Courses: {
    'Two instructors, one owner':
      'Lists of courses with two instructors belong to whoever came first. The owner leaves, and nobody may publish.',
    'Lists that follow a renumbered course': 'The registry renumbers courses each year; our lists stay with the old number.',
  },
  Analytics: {
    'Essential readings that nobody opened':
      'We would like to tell a lecturer in week four which essential readings nobody has opened. Numbers only, no names.',
    'Export of a list for accreditation':
      'Accreditors want all lists of a programme as one document with full references. We build it by copy and paste.',
  },
  Discovery: {
    'Show in the catalogue on which lists a title is':
      'Circulation staff want to know whether a book that is asked for is on a list, before they set its loan period.',
  },
  Notifications: {
    'One digest a day instead of a mail for each change':
      'An instructor of six courses gets forty mails in the week before term. One a day would be read.',
  },
}

export const wishes = Object.entries(wished).flatMap(([area, texts]) =>
  Object.entries(texts).map(([title, text]) => ({ area, title, text })),
)

/** Why wishes were set aside, and what was merged, in each of the demo's cycles. */
export const asides = [
  {
    title: 'Citation styles with full stops after initials',
    reason: 'exists',
    note: 'It can be set under Configuration → Citation styles since the May release.',
  },
  { title: 'The list does not load in Firefox 128', reason: 'bug', note: 'It is a defect: the vendor’s case 00714532 follows it up.' },
  {
    title: 'Renew loans from the reading list',
    reason: 'other_product',
    note: 'Loans belong to the library system; we have passed it on to that group.',
  },
  {
    title: 'A new page header for lists',
    reason: 'roadmap',
    note: 'The vendor showed it in spring: it comes with the new layout in November.',
  },
  {
    title: 'A cheaper licence for small colleges',
    reason: 'out_of_scope',
    note: 'Prices are no matter of this ballot; the steering committee has taken it up.',
  },
] as const

/** The request that a wish is about, title by title; the others brought something new. */
export const askedBefore: Readonly<Record<string, string>> = {
  'Set many citations to Complete after rollover': 'Set the status of many items at once after rollover',
  'No more “(2)” on duplicated lists': 'Duplicated lists get “(2)” in the title',
  'Choose whether library notes are copied': 'Library notes disappear when a list is duplicated',
  'The student’s view as a button': 'A student view as a button',
  'Link to a section': 'A link to one section that survives rollover',
  'Visibility dates for each section': 'Visibility dates for each section',
  'Warn before a copyright permission expires': 'A warning before a permission expires',
  'Broken-link report for a department': 'A report of broken links for a department',
  'Queues for each campus': 'Processing queues for each campus',
  'Show instructors why a citation was declined': 'Show instructors why an item was declined',
  'Send one citation without its list': 'Send one citation without sending the list',
  'Student numbers on the purchase request': 'Purchase requests that carry the number of students',
  'Reorder citations by keyboard': 'Reorder sections and items with the keyboard',
  'A label on the analytics icon': 'A name for the analytics icon',
  'Take in a Word syllabus': 'Import from a Word syllabus',
  'Import of old lists with their annotations': 'Keep annotations when an archive is imported',
  'Two instructors, one owner': 'Two instructors of a course and one owner',
  'Essential readings that nobody opened': 'Essential readings that nobody has opened',
  'Export of a list for accreditation': 'Export a list for an accreditation visit',
}
