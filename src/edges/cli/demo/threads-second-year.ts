/** Threads of the second year; how they are written is told in ../script.ts. */
export const secondYear = `
# 3 09-12 How many citations is too many?
@Hamish
Law has just given us a list of 611 citations for a ten-credit module. The page takes nine seconds. Do you set a limit, and how do you say so politely?

@Harriet 2
We don't limit, we show them the analytics: of 480 readings on the old list, 390 had never been opened. She cut it to 60 herself.

@Hamish 1
That is diplomatic. I shall steal it.

@Beatriz 15 root
We ask for "essential", "recommended" and "background" in sections. Students read the first, so in the end it limits itself.

# 3 10-03 Analytics that instructors read
@Beatriz
After a year of sending reports that nobody opened we changed three things: one page, one picture, one question ("Should week 6 be shorter?"). Replies went from 2 to 31 of 40.

Template attached, please reuse.
!pdf one-page-report.pdf One page, one picture, one question
!png opened-by-week.png

@Dana 7
This is lovely. How do you make the picture?

@Beatriz 12
Export to CSV, then a spreadsheet, then a colleague with taste.

@Sofia 30 root
We did the same with a question of our own: "Which of these did you expect them to read?" The silence was instructive.

# 2 05-22 Release notes for May: what does "improved processing" mean?
@Jun
The notes say "Improved processing of sent citations". Has anybody found out what has changed? In our sandbox I see no difference.

@Marcus 9
The button moved eight pixels to the left.

@Jun 1
:)

@Elliot 13 root
I asked support. It is about speed, for lists with more than 300 citations. They will reword the note.

@Wei Lin 4
Thank you, Elliot. I'll bring it up anyway: notes should say what a user will see.

# 2 07-02 Moving from another system
@Nomsa
We are leaving our home-grown system after fourteen years: 3,900 lists, 160,000 citations, annotations in a column called "misc2". Who has done this and would talk to me for half an hour?

@Katrin 5
We did, 1,200 lists. The citations are easy. The annotations came over as tags, which is a mistake you don't see until the tags menu has 9,000 entries. Ask for a test import with annotations first.

@Sione 18 root
Happy to talk, we moved two years ago. My advice in one line: migrate two years, not fourteen; nobody has asked for the rest.

@Nomsa 6
Katrin, Sione: thank you both. Thursday?

@Sione 10
Thursday is good, your morning, my evening.

# 2 06-26 Minutes of the June meeting
@Wei Lin
Attached. The big one: results of the ballot's second round. Four of our requests were committed, 46 of 50 points spent.
!pdf minutes-june.pdf Lectio Working Group, minutes of the June meeting

@Hamish 20
Which four?

@Wei Lin 2
- digest of notifications for existing lists
- copyright warning (eight weeks before, configurable)
- locate by the instructor's ISBN first
- deep link to a section

The keyboard alternative came fifth.

@Yael 3
By how much?

@Wei Lin 1
Seven points of two thousand. I am sorry. It goes into the next round with its support, and I will raise it with the vendor as a matter of law, not of votes.

# 2 02-15 Fwd: Planned maintenance, Sunday 02:00 to 06:00 UTC
@Samuel
Forwarded for those who are not on the vendor's notices.
!html <h2>Planned maintenance</h2><p>Lectio will be <b>unavailable</b> on <b>Sunday, 02:00 to 06:00 UTC</b>.</p><table border="1"><tr><th>Region</th><th>From</th><th>To</th></tr><tr><td>Europe</td><td>02:00</td><td>04:00</td></tr><tr><td>Asia-Pacific</td><td>04:00</td><td>06:00</td></tr></table><p>Links from your LMS will show a notice during this time.</p><p>Quillon Operations</p>

@Bruce 8
Sunday 04:00 UTC is Sunday noon here, the day before week one. Every year.

@Samuel 2
Noted, and passed on. Again.

# 3 06-05 Self-management pilot: what went wrong
@Mei
As promised at the Show and Tell, the two courses where instructors publishing on their own did not go well:

1. The instructor uploaded a whole textbook as PDF. Two hundred students had it before we saw it.
2. The instructor deleted the list of the year before, believing it to be a copy.

Both could be prevented by the product: a check on upload, and an undo. The ten others saved us about three hours each.

@Harriet 4
Number 1 makes my hair stand on end. How did you find out?

@Mei 11
A student asked the help desk why chapter 7 was blurry.

@Dev 2
Priceless.

@Anika 19 root
How do you choose who may? We thought of "everyone who took the one-hour course".

@Mei 6
Exactly that. And they lose it if they don't publish by week minus two.

# 2 09-18 Broken link report for a department
@Pieter
The broken link report is for the whole institution: 14,000 lines. I need it for the department of History, because they are the only ones who asked. Tips?

@Anika 6
Export, filter by course code prefix. HIS, HST and, for reasons lost to time, QQ.

@Pieter 2
Ours are HIS, GES and X9, so I see how this goes. A filter by department in the report itself would be worth points from me.

@Giulia 21 root
We'd support that, too. Also the report says "broken" for every proxy link that answers with 302.

# 2 10-08 Bibliothèque numérique et droits : vos pratiques ?
@Camille
Bonjour à toutes et à tous,

comment gérez-vous la numérisation d'extraits quand le cours est ouvert à des étudiants d'une autre université partenaire ? Notre service juridique dit non, nos enseignants disent oui, et Lectio ne fait pas la différence.

@Espérance 5
Bonjour Camille, chez nous les étudiants partenaires ont un groupe à part et l'extrait n'est visible que pour le groupe local. Cela se règle dans la visibilité de la section, pas de la citation.

@Camille 2
Merci Espérance, je n'avais pas pensé à la section !

@Claire 26 root
Pour compléter : attention à la duplication, la visibilité de la section n'est pas reprise.

# 2 10-22 Purchase requests with student numbers
@Dana
When a citation becomes a purchase request, acquisitions asks one question, always: how many students? It is in the course record. It is not in the request. So somebody types it in, 1,900 times a year.

@Oliver 3
Eleven hundred times here.

@Giulia 5
We gave up typing and buy one copy and wait for complaints.

@Ines 14 root
User case noted, with three institutions behind it. What would you need exactly: enrolment at the moment of the request, or live?

@Dana 2
At the moment of the request, and whether the reading is essential.

# 2 11-04 Invitation: decolonising reading lists
@Nomsa
We run an online afternoon on reading lists and decolonising the curriculum on the 22nd, open to everyone on this list. Three short talks, long discussion. It is about the conversation with instructors, not the software, though there is one question for the software: can we see, per list, where publishers and authors are from, without pretending that this is the whole story?

@Tanya 8
Registered. Our librarians tried to count and found that the metadata says "London" for half the world.

@Kofi 14
Registered as well. One point for the day: we have excellent local publishers whose books have no ISBN. Locate does not find them, so lists quietly lose them.

@Nomsa 3
Kofi, could you say precisely this in one of the three talks? Ten minutes?

@Kofi 5
With pleasure.

# 2 07-15 Notes to the library disappear on duplicate
@Fiona
When a list is duplicated the library notes are not copied. We keep everything there: who agreed to what, which chapter was cleared. Is it a bug or a feature?

@Elliot 3
Feature for us! Our notes are about the term ("called twice, no answer") and must not be copied.

@Fiona 1
So it needs a tick box at rollover.

@Elliot 1
A tick box would make us both happy. When does that ever happen?

@Gwen 17 root
Third vote for the tick box, with the box unticked by default, please.

# 3 12-18 Happy holidays, and the calendar for next year
@Wei Lin
Meetings next year: second Thursday of February, April, June, August, October, December; the odd ones at 08:00 UTC, the others at 20:00 UTC, as you asked. Submissions for the enhancement cycle close at the end of January.

Thank you all for 412 messages this year and for being kind in nearly every one of them.

@Bruce 15
"Nearly"?

@Wei Lin 10
There was the thread about fonts.

@Jun 20 root
🎄 よいお年を! Happy holidays from Minato 🍊

@Sofia 4
God jul 🎄❄️

# 2 01-20 Submission: undo for deleted lists
@Mei
I intend to submit "undo delete within 30 days". Cases so far: ours from the pilot, and one where a merge in the student system deleted 17 courses together with their lists. Who else?

@Katrin 6
Wir auch: in October a whole faculty, 340 lists, because the faculty's code changed. Restored by the vendor from backup, took four days, cost a goodwill that cannot be restored.

@Priya 12 root
One list, but it was the dean's.

@Mei 2
Thank you. The dean goes first in the text.

# 2 02-24 Term dates in the list header
@Tanya
Small thing. The header shows "Term 1". Our students ask which. Could it show dates?

@Sione 2
Same. "Trimester A (2)", in our case.

@Bruce 5 root
It could if the course loader filled them; ours does. Field 14 and 15 of the load file. Documentation is wrong about the format, it wants DD-MM-YYYY.

@Tanya 1
Brilliant, works. You have saved us a support case.
`
