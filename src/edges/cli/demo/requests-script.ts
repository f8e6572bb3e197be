/** A request of the demo: what it asks for, and the threads whose messages became its user cases. */
export interface WrittenRequest {
  kind: 'idea' | 'concern'
  area: string
  title: string
  text: string
  /** Subjects of threads. */
  threads: string[]
  stage?: 'ready' | 'set_aside' | 'accepted'
  why?: string
  severity?: 'critical' | 'major' | 'moderate' | 'minor'
}

/** `kind[!severity] | area | title | text | thread; thread | stage: why`, one a line. */
const script = `
idea|Publishing|A hint for students while items are being processed|Students who open a list before the library has processed it see gaps. They cannot tell a missing week from one that is on its way, and ask the help desk.\\n\\nThe list should say **how many items** of a section are being prepared, without naming them.|Students can’t see citations that are only “sent”; Student view|ready
idea|Rollover|Set the status of many items at once after rollover|After each rollover all items stand at *Being prepared*. Libraries set them to *Complete* one by one. An action on a section or a whole list should do it.|Bulk change of status; Rollover in a weekend|ready
concern!moderate|Rollover|Duplicated lists get “(2)” in the title|A list that is rolled over keeps its title but gains “(2)”, which students see and search engines keep.|Duplicated lists get "(2)" in the title|ready
idea|Publishing|A student view as a button|Instructors publish and then sign in as somebody else to see what students see. One button should show it.|Student view|accepted
idea|LTI|A link to one section that survives rollover|Courses link to week 4, and after rollover the link leads to the list of last year.|Deep link to a section: does it survive rollover?; Quand les liens Moodle disparaissent|ready
idea|Publishing|Visibility dates for each section|Whole lists can be hidden until a day, sections cannot. Exam readings have to be added by hand on the morning of the day.|Term dates in the list header; Default view of sections
concern!major|Rollover|Library notes disappear when a list is duplicated|Notes to the library are gone in the copy, with what was agreed about digitisation.|Notes to the library disappear on duplicate|ready
idea|Copyright|A warning before a permission expires|A permission that ends in week six closes the file in week six. The library should hear of it four weeks before.|Copyright: permission expires in mid-term; Fair dealing wording|ready
idea|Links|A report of broken links for a department|Checking a department’s lists means opening each list. A report by department, with who to ask, once a term.|Broken link report for a department|ready
idea|Acquisitions|Purchase requests that carry the number of students|Acquisitions decides by the number of students, and looks it up in another system for each title.|Purchase requests with student numbers; Licence count of an e-book
concern!moderate|Locate|Locate finds the wrong edition|Locate takes the first record with the same title, which is often an older edition, and instructors do not notice.|Locate finds the wrong edition; Who else sees duplicates in Locate?|ready
idea|Accessibility|Reorder sections and items with the keyboard|Dragging is the only way to put items in order. It cannot be done with a keyboard or a screen reader.|Accessibility of drag and drop; Keyboard reorder: released, and a bug|accepted
concern!major|Accessibility|A name for the analytics icon|Screen readers say “graphic” for the icon that opens analytics.|Screen reader says "graphic" for analytics|accepted
idea|Import|Import from a Word syllabus|Most instructors send a syllabus in Word. Somebody types it in, week by week.|Import from a Word syllabus|ready
idea|Import|Keep annotations when an archive is imported|Lists that come from another system lose the instructor’s remarks on each reading.|Archive import with annotations; Moving from another system
idea|Library review|Processing queues for each campus|Three campuses see one queue, and process each other’s items.|Re: Processing queues per campus|ready
idea|Library review|Send one citation without sending the list|A reading that is added in week five should go to the library alone.|Self-management pilot: what went wrong
idea|Library review|Show instructors why an item was declined|An item is declined with a reason that the instructor never sees. She asks by mail.|Declined, but why?|ready
idea|Reports|Export a list for an accreditation visit|Accreditors want the readings of a programme as one document, with editions and dates.|Export a list for accreditation; Print view
idea|Roles|Two instructors of a course and one owner|Both instructors want to edit, one should decide. When the owner leaves the list belongs to nobody.|Two instructors, one owner; Lists of people who have left
idea|Analytics|Essential readings that nobody has opened|Instructors would like to know by week three which essential readings nobody has opened.|Unread essential readings; Analytics that instructors read|ready
concern!critical|LTI|LTI launch shows an empty page in Safari|Launching from the course shows an empty page in Safari; students take it for a list without readings.|LTI launch shows an empty page in Safari|accepted
concern!moderate|LTI|The course loader skips courses with an ampersand|Courses whose name holds “&” are skipped without a word in the report.|Course loader skips courses with an ampersand
concern!minor|API|The API refuses after a minute of use|A script that reads all lists is refused after a minute and has to guess how long to wait.|API: 429 after a minute
idea|Publishing|Undo for deleted lists|A deleted list is gone. It should wait for thirty days, as courses do.|Submission: undo for deleted lists; Draft: undo for deleted lists|ready
idea|Citations|A type of citation for podcasts|Podcasts are entered as web pages, and the style prints them so.|Citation type for podcasts
idea|Citations|The newest edition of the Chicago style|The style on offer is one edition old.|Chicago 18th edition|set_aside: It comes with the next release of the citation processor
idea|Library review|Choose who gets the mails of a library discussion|Everyone who ever wrote gets every mail; those who should answer filter them away.|Library discussion: who gets the mail?; Notices from a "noreply" that people reply to
idea|Notifications|Switch notices off for each kind|Instructors get a mail for every status and switch all of them off, with those that matter.|Wo stellt man die Benachrichtigungen ab?; Draft of the letter on notices
concern!major|Notifications|Notices go out again after rollover|After rollover every owner gets the notices of last year again, hundreds in one morning.|Concern: notices after rollover, the numbers|ready
idea|Branding|Our own font|The style guide of a university asks for its own font.|Branding: own font|set_aside: The group will not ask for it this year
idea|Publishing|Reading load by week|Students ask how much there is to read in a week; pages and minutes by week would tell.|Reading load per week; How many citations is too many?
idea|Search|Find lists by their instructor|Staff look for a list by the name of who teaches it and have to know the course.|Search by instructor
idea|Publishing|Open readings in a new tab|A reading opens in the place of the list, and students lose their place.|Open citations in a new tab?
idea|Roles|A checklist for new staff|New colleagues learn by asking. A checklist in the product would name the ten things to know.|Checklist for new staff|set_aside: It belongs to the documentation, not to the product
concern!moderate|Accessibility|PDFs from digitisation that cannot be read aloud|Scanned chapters have no text; screen readers are silent.|PDF that cannot be read aloud
concern!minor|Single sign-on|The attribute for staff is not read|Staff come in as students where the attribute has several values.|Shibboleth attribute for staff
idea|Rollover|Rollover for terms that begin in February|Term dates suppose a start in September; in the south each default is wrong.|Semester start, southern edition; Weekend rollover, third edition
idea|Citations|Articles without a DOI|Articles without a DOI are typed in by hand though the catalogue has them.|Zeitschriftenartikel ohne DOI
idea|LTI|One place for the settings of Moodle and Lectio|What is set in the course and what in the product is found by trying.|¿Alguien usa Lectio con Moodle 4?
idea|Copyright|Wording of the copyright notice for each country|The notice speaks of one country’s law; it should be ours.|Nota sobre derechos para préstamo digital; Bibliothèque numérique et droits : vos pratiques ?
idea|Reports|Figures for the annual report in one table|The figures of a year come from four reports.|Statistics for the annual report
`

/** Requests of the demo that ask for the same and were made one: the first into the second. */
export const merges = [
  { from: 'Open readings in a new tab', into: 'A student view as a button', why: 'Both are about what students see.', undone: true },
  { from: 'A link to one section that survives rollover', into: 'Rollover for terms that begin in February', why: '', open: true },
  {
    from: 'Reading load by week',
    into: 'Essential readings that nobody has opened',
    why: 'Both want figures for students and instructors by week.',
  },
]

export const synonyms = [
  ['reading list', 'resource list', 'Literaturliste', 'liste de lecture', 'lista de lecturas'],
  ['rollover', 'roll over', 'Semesterwechsel', 'reconduction', 'traspaso'],
  ['instructor', 'lecturer', 'teacher', 'academic', 'Lehrende', 'enseignant', 'docente'],
  ['notice', 'notification', 'Benachrichtigung', 'notificación'],
]

export const stories = [
  {
    thread: 'Rollover in a weekend',
    kind: 'success' as const,
    area: 'Rollover',
    outcome: '1,900 lists rolled over in two days, with one list of mistakes.',
  },
  {
    thread: 'Self-management pilot: what went wrong',
    kind: 'challenge' as const,
    area: 'Library review',
    outcome: 'Twelve of forty instructors still use it; the others asked the library back.',
  },
  { thread: 'Moving from another system', kind: 'challenge' as const, area: 'Import', outcome: 'Lists came over, remarks did not.' },
  {
    thread: 'Analytics that instructors read',
    kind: 'success' as const,
    area: 'Analytics',
    outcome: 'One figure in a mail in week three; half of the instructors answered.',
  },
  { thread: 'Show and Tell: LTI without tears', kind: 'success' as const, area: 'LTI', outcome: 'No ticket about the launch for a term.' },
  { thread: 'Weekend rollover, third edition', kind: 'success' as const, area: 'Rollover', outcome: 'The third time it took a day.' },
]

/** The requests as they are written above. */
export const requests: WrittenRequest[] = script
  .trim()
  .split('\n')
  .map((line) => {
    const [what = '', area = '', title = '', text = '', threads = '', stage = ''] = line.split('|')
    const [kind, severity] = what.split('!')
    const [word, why] = stage.split(': ')
    return {
      kind: kind as 'idea',
      area,
      title,
      text: text.replaceAll('\\n', '\n'),
      threads: threads.split('; ').filter(Boolean),
      ...(severity ? { severity: severity as 'major' } : {}),
      ...(word ? { stage: word as 'ready', why } : {}),
    }
  })
