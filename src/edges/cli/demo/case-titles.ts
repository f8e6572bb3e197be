/** What somebody who collates calls a user case where the title that is proposed says no need: by words of its message. */
const titles: [words: string, title: string][] = [
  ['412 instructors, 9,870 mails', 'Notices after rollover ignore the daily digest'],
  ['the mail server took us for spammers', 'Notices after rollover delay other mail by hours'],
  ['within this release', 'Mend the notices after rollover within this release'],
  ['3,900 lists became 1,140', 'Annotations must stay annotations when an archive is imported'],
  ['Reported as 00457190', 'Move citations by keyboard without expanding sections first'],
  ['in sections that are collapsed, the citation is announced', 'The keyboard moves nothing in collapsed sections'],
  ['2,611 lists, Friday 17:00', 'A progress bar of the rollover that tells the truth'],
  ['nine were about parking', 'A rollover in February as quiet as one in summer'],
  ['Quarterly report, owner not in the directory', 'Hand lists to the department when their owner leaves'],
  ['Forty lists belong to instructors who have left', 'Lists of people who have left stay public with their names'],
  ['340 lists, not 304', 'Restore deleted lists without days of our own work'],
  ['enrolment at the moment of the request', 'Know the number of students when a purchase is requested'],
  ['visible que pour le groupe local', 'Montrer un extrait au seul groupe local, citation par citation'],
  ['Hours need a reading speed', 'Say the reading load in pages, not in hours'],
  ['migrate two years, not fourteen', 'Choose how many years an import takes'],
  ['The annotations came over as tags', 'Annotations come over as tags in an import'],
  ['annotations in a column called "misc2"', 'Import annotations from a column of our own'],
  ['Whoever is assigned to the list.', 'Nobody gets the mail of a list without an assignee'],
  ['With us nobody, as far as I can see', 'Nobody is told when an instructor writes in a library discussion'],
  ['Documentation is wrong about the format', 'Term dates are loaded only in a format that nobody documents'],
  ['The header shows "Term 1"', 'Show the dates of the term in the list header'],
  ['Restored by the vendor from backup', 'Undo a deletion without the vendor’s backup'],
  ['After a year of sending reports', 'Reports of one page that instructors open'],
  ['"essential", "recommended" and "background"', 'Tell students which readings come first'],
  ['390 had never been opened', 'Show an instructor which readings were never opened'],
  ['611 citations for a ten-credit module', 'Warn when a list is too long to load and to read'],
  ['instructors publishing on their own did not go well', 'Check uploads and undo deletions where instructors publish themselves'],
  ['vamos a pasar a Moodle 4', 'El enlace a una sección lleva al principio de la lista en Moodle 4'],
  ['WCAG 2.2 has a criterion', 'Move citations without dragging, as WCAG 2.2 asks'],
  ['UTF-8 without the byte order mark', 'The course loader should name the line that is wrong'],
  ['Can sections be collapsed by default', 'Collapse sections by default for students'],
  ['May we use our university', 'Use our university’s font on the public list page'],
  ['We checked the first fifty', 'Check all items after rollover, not a sample'],
]

/** How a case of this message is called in the demo, where that is not what is proposed. */
export function caseTitleOf(text: string): string | undefined {
  const line = text.replaceAll(/\s+/g, ' ')
  return titles.find(([words]) => line.includes(words))?.[1]
}
