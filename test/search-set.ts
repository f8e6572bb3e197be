/**
 * What people type, and what they look for: a title, or a part of it, and the searches that must lead there. Written from the demo group, with
 * slips of the pen, beginnings of words, words apart and together, other words for the same, and numbers.
 */
const written = `
Set the status of many items at once after rollover|status of many items;stauts many items;many itmes rollover;set status rollovr;status rollove
A warning before a permission expires|permission expires;permision expires;premission expires;permission expiers;copyright warning is:request;warning before permis
Duplicated lists get|duplicated lists title;dupplicated lists;duplicatd lists get;duplicated list;lists get duplicat
A student view as a button|student view;studnet view;student vieuw;view as a button;student view butt
A link to one section that survives rollover|link section survives;survives rolover;survives rollov;link to one sectoin;deeplink section;deep-link section
Visibility dates for each section|visibility dates;visiblity dates;visibilty dates section;visibility dat
Library notes disappear|notes disappear;Bibliotheksnotizen kopieren;notes dissappear;notes disapear duplicated;notes disap
A report of broken links|broken links report;brokenlinks report;brocken links;broken links depart
Purchase requests|purchase requests students;purchse requests;purchase requsts number;purchase requ
Locate finds the wrong edition|wrong edition;wrong editoin;locate wrong edit;locate editon
Reorder sections and items with the keyboard|reorder keyboard;reorder keybord;re-order sections keyboard;reorder sections key;reodrer sections
analytics icon|analytics icon;analitics icon;anlytics icon;analytics ico
Import from a Word syllabus|word syllabus;word sylabus;word syllabu;import word sylllabus
Essential readings|essential readings;esential readings;essential reedings;essential read
annotations when an archive is imported|annotations archive;anotations archive;annotations archiv;archive annotatoins imported
Processing queues|processing queues;procesing queues;processing ques;processing que
Send one citation|send one citation;send one cittation;send citaton without list
why an item was declined|item declined;item declind;why declined;declned why
Export a list for|export accreditation;export acreditation;export accreditaton visit;export accred
Two instructors|two instructors;two instuctors;two intructors owner;two instr
LTI launch shows an empty page in Safari|lti safari;lti saffari;empty page safri;launch safari;lti launch emp
course loader skips courses|course loader ampersand;courseloader ampersand;course loader ampersnad;ampersand
API refuses after a minute|api refuses;api refusses;api refuses minut
Undo for deleted lists|undo deleted lists;undo delted lists;undo deletd;undo del
type of citation for podcasts|citation podcasts;citation podcats;podcast;podcasst citation
Chicago|chicago style;chicgo style;chicago sty;chicaggo
Our own font|own font;own fnot;own fon
Find lists by their instructor|lists by instructor;find lists instrctor
checklist for new staff|checklist staff;check list staff;cheklist staff;checklist new sta
PDFs from digitisation|pdf read aloud;pdfs digitisation;pdfs digitsation;read aload;pdfs read alou
attribute for staff|attribute staff;atribute staff;shibboleth attribute;shiboleth attribute;shibbol
Articles without a DOI|articles without doi;artciles without doi;articles doi
Rollover for terms that begin in February|38;#38;february rollover;febuary rollover;terms february;rollover terms febr
Wording of the copyright notice|wording copyright notice;wording copyrigt notice;copyright wordin
annual report in one table|figures annual report;figurs annual report;annual report tabl
Reading load|reading load week;readingload;reading laod
One digest a day|one digest;one digset;digest a day
renumbered course|renumbered course;renumberd course;re-numbered course
Living with the digital content store|digital content store;digitl content store;digital content stor
Our self-management pilot|self-management pilot;self management pilot;selfmanagement pilot;self-managment pilot
LTI without tears|lti without tears;lti without teers;lti witout tears
decolonising|decolonising reading lists;decolonizing reading lists;decolonising curriculum;decolonisng
Moving from another system|moving another system;moveing another system;moving another syst
southern-hemisphere|southern hemisphere semester;southern-hemisphere start;southern hemishpere;southernhemisphere
Un curso con dos docentes|curso docentes;cursos con dos docentes;curzo docentes;dos docentes is:talk
Terms of reference|terms of reference;terms of refrence;terms refer
Guide for new members|guide new members;guide for new memebers;guide new memb
Onboarding|onboarding coordinator;on boarding coordinator;onbording
rotate around the world|meetings rotate;meetings rottate;rotate around the wrold
voice counts|institution voice counts;voice cuonts
A product manager listens in|product manager listens;product manger listens;productmanager listens
How to write a request that wins|write a request that wins;write request win
Zeitschriftenartikel ohne DOI|Zeitschriftenartikel;Zeitschriftenartikeln;Zeitschriften;Zeitschriftenartikle;Artikel DOI
Benachrichtigungen|Benachrichtigungen;Benachrichtigung;Benachrichtigungn;benachrichtigugnen;stellt man ab
Moodle 4|alguien usa lectio;alguien moodle;algien usa moodle
pratiques|bibliothèque numérique;bibliotheque numerique;bibliothèqe numérique;bibliothèque numér;droits pratiques
Quand les liens Moodle disparaissent|liens disparaissent;liens disparaisent;quand les liens;liens moodle dispar
préstamo digital|préstamo digital;prestamo digital;derechos préstamo;prestmo digital;derechos prestam
rollover|rolover;Semesterwechsel;reconduction;traspaso;roll over;Weekend rol;rollovers
reading list|Literaturliste;liste de lecture;lista de lecturas;resource list
ccessibility|accesibility;accessability;accessibilty drag;drag and dorp
creen reader|screenreader;screen reeder;screen-reader;sceen reader
Fair dealing wording|fair dealing;fairdealing wording;fair deeling
Licence count of an e-book|licence count;e-book licence;ebook licence;licence cuont
Happy holidays|happy holidays;happy hollidays;hapy holidays
Summer time ends|summer time ends;summertime ends;summer tme
Decision D-9|D9;D 9;decison D9
student view|studnet's view
Costing call|costing cal vendor
Who maintains the glossary|glosary maintains
new reorder|sandbx reorder
duplicates in Locate|locate duplicats
Beim Import aus RIS|Artikelimport;Buchkapitl
Welcome to Nomsa|welcom nomsa
Export a list for|اسبوعا كاملا;export accreditation Hogwarts;accreditaton unicorn visit
Draft: undo|undo-delete-draft.pdf;undo delete draft pdf
Nota sobre derechos|aviso-derecho.pdf;digitalizacion limites
Minutes of the June|minutes june.pdf
Sandbox refresh|subjct:sandbox;title:sandbox
Copyright: permission|from:harriett copyright;form:harriet copyright;author:harriet permision
podcasts|in:lectio-1 podcast;podcast catalogue MARC;is:requst podcast
notices after rollover|9870 mails;9,870 mails
Release notes for May|"improved proccessing"
Quand les liens|"consumer key not foud"
shows an empty page|safari white screen ipad
LTI without tears|Polderland
Shibboleth|shibboleth okta staff;shibolet okta staff
Benachrichtigungen|Benachrichtigung abstellen;wie kann ich denn bei Lectio die Benachrichtigungen abschaltn
Students can’t see|jun.takeda@minato.example
API: 429|api rate limit
Screen reader says|418812;418812 forwarded;reference 00418812
Sandbox|sand box
Keyboard reorder|case 00457190
Kivu Lakes|is:organisation rwanda;Ruanda is:organisation
Te Whanga|new zealand;te wanga
Drakensberg|south africa
Hogeschool Merwede|Niederlande
Universität Havelstadt|is:organisation germany
Wei Lin Tan|deputy is:person;"deputy coordinator";Stellvertretung
Jun Takeda|is:person moderator
Working group meeting|minutes 15 october 2026;is:minutes october;Protokoll Oktober 2026
Annual|årsrapport;årsmöte frågor;jaarverslag;Jahresbericht
Reorder sections and items with the keyboard|tangentbord;qeyboard reorder
Summer time ends|sommartid
`

/** A search with a part of the title that must be among what it finds. */
export const searches: readonly { q: string; title: string }[] = written
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [title = '', asked = ''] = line.split('|')
    return asked.split(';').map((q) => ({ q, title }))
  })

/** What means nothing, in any language of the group. */
export const nonsense: readonly string[] =
  `xqzvbn zzyzxq qwrtpsd flurbnox grzkplt vbnmqwx jjxkwq plmoknij wqzxcv brzlgf mxptlk zxqjvw kqwzjx hgfdsqx trwqpz vvxxzzq ghrtzpl qpwoeiru
  zmxncbv lkjhgqx ytrewqx bvcxzq nmqzxw sdfghqz wertzuq asdfqwz xcvbnq uzwqxr oqzpwx kjzqxw fghjkqz poiuzq ölkjhgq üpoiuzq qxqxqx zqzqzq jkqxzw
  wxwxwxw 9q8w7e6r5 zz9zz9zz 000000000000000 "qzx wvx" qzx-wvx qzx_wvx qzx@wvx.zq from:qzxwv subject:qzxwvp xyzzyqx glimvarp snorfelquat brakamuntz
  dwelbonic tramblewick vospelgrum kneftorial yublimpax croddlestein wempfunkel "sourdough starter" hippopotamus trombone kayaking Zwiebelkuchen KrummHornSuite from:gandalf subject:mordor "lectio proccessing" in:nowhere-l
  wempfunkel@nowhere.example carburettor orthodontist plutonium saxophone "tractor gearbox" "cheese fondue" Schneckengetriebe Kettensägenöl
  tandartsafspraak "roulement à billes" hjkdsf7823 gynaecologist "espresso grinder" kräftskiva barnevogn`.match(/"[^"]*"|\S+/g) ?? []
