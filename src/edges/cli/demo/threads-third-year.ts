/** Threads of the third year and small ones of all years; how they are written is told in ../script.ts. */
export const thirdYear = `
# 2 12-03 Deep link to a section: does it survive rollover?
@Ana
The deep links are here at last and our instructors love them. But after rollover they lead to last year's section. Is that intended?

@Jonas 4
Intended, as far as I understand: the link holds the section's id and the copy has a new one. There is a setting "follow course", off by default.

@Ana 1
Found it, switched on, works. Gracias, Jonas.

@Harriet 22 root
Default off?! Why would anybody want last year's section?

@Elliot 5
Programme leaders who compare years. All three of them.

# 2 03-21 Screen reader says "graphic" for analytics
@Yael
JAWS reads the analytics icon as "graphic, button, graphic". NVDA says "clickable". Neither says what it does. One aria-label would do.

@Aoife 3
Reproduced with VoiceOver ("image, button"). I'll file it with support as a defect, not as a wish; it fails WCAG 4.1.2.

@Yael 1
Case number, please, so that I can add to it.

@Aoife 26
It is 00418812. Their answer, in full: "Thank you, we have forwarded this to the product team." I will ask every Monday.

# 2 04-09 Show and Tell: LTI without tears
@Elliot
Recording and slides of yesterday's session are in the shared folder. Questions that I could not answer and promised to find out:

1. Does the tool need the student's e-mail address? No, a pseudonymous id is enough. Ours has run so since September.
2. Can one course have two lists? Yes, but the launch opens the one that was associated first.

@Katrin 18
Zu 1: das ist für uns die wichtigste Nachricht des Jahres, our data protection officer will be delighted. Is it documented anywhere?

@Elliot 6
On page 41 of the administrator's guide, in a footnote. I am not joking.

# 2 08-19 Two instructors, one owner
@Maren
A course has two instructors. One owns the list, the other one can edit but not send it to the library. The owner is on sabbatical. You see where this goes.

How do you handle it: change the owner, or give everybody everything?

@Sofia 2
Everybody everything. It has caused one quarrel in four years.

@Priya 6 root
We change the owner by request, which is about ten minutes each, sixty times a term.

@Maren 3
Thank you both. I think we will risk the quarrel.

# 2 08-27 Export a list for accreditation
@Dana
The accreditors want every required reading of 46 courses in one document, with availability. Citation export gives RIS or Word, one list at a time. Has anyone automated this?

@Marcus 1
You could have walked over to my desk. Yes: API, one afternoon, output is a spreadsheet. On your drive in ten minutes.

@Dana 1
For the list's benefit: my colleague sits four metres away and it works. Script attached, ask him, not me.
!csv accreditation-sample.csv course,title,author,year,availability;NUR220,Community Nursing,Adeyinka,2019,print 4 copies;NUR220,Ethics at the Bedside,Valk,2021,online unlimited;NUR231,Pharmacology for Practice,Ito,2020,online 3 users

@Nadia 21
This is the most useful attachment that I have had in months. Shukran, Marcus. شكرا جزيلا، وفّرت علينا أسبوعًا كاملًا

# 2 11-20 Declined, but why?
@Jun
When we decline a purchase the instructor sees "Declined" and nothing else. The reason that we typed is for staff only. So she asks by mail, and we type it again.

@Oliver 4
Same, around 200 times a year. We copy the reason into the public note; of course half the time we forget.

@Giulia 17 root
It should be a choice per reason. "Too expensive" I would rather explain in person :)

@Ines 5
That is a nuance I would have missed. User case drafted; Jun, I have quoted you with your numbers.

# 2 05-12 Unread essential readings
@Beatriz
An idea from an instructor: show her which essential readings nobody has opened by week 3, not as a reproach to students but to see what she should mention in class. Would your instructors want it?

@Bruce 15
Mine would. Our privacy people would want to know that "nobody" means counts, never names.

@Beatriz 1
Counts only, and nothing below five.

@Katrin 9 root
With that rule it would pass our works council. Without it, not a chance.

@Rachel 12
We looked into the same for our privacy review. Two pages, attached, use what you like.
!pdf privacy-review.pdf Privacy review of reading list analytics

# 1 01-09 Enhancement cycle: what are we submitting?
@Ines
Submissions close on the 31st. On my list from the year's mails:

- keyboard alternative to drag-reordering (again, with 14 institutions behind it)
- undo for deleted lists
- library notes: copy or not at rollover
- purchase requests with student numbers
- declined reason shown to the instructor

What is missing? Please reply with cases rather than wishes: who, when, how often, what it costs you.

@Giulia 3
Department filter for the broken link report. Weekly, three people, two hours.

@Gwen 6 root
Titles in two languages. Every list, every day, by law in our case.

@Hamish 20 root
A limit on list length? Not as a rule, as a warning to the instructor at 150.

@Harriet 2
Please, yes. Every September.

@Kofi 8 root
Locating books without ISBN. Each term about 300 citations, about a minute each if we are lucky.

@Ines 16
Wonderful, five hours later I have more than in five meetings. Drafts by Friday; tell me if I have made your case say something that you did not say.

# 1 01-27 Draft: undo for deleted lists
@Mei
The draft is attached. I have kept it to one page, with the dean first as promised.
!pdf undo-delete-draft.pdf Undo for deleted lists: user cases of four institutions

@Priya 4
Perfect. Change "the dean's list" to "a list of a senior colleague", he reads everything.

@Katrin 20 root
Zwei Anmerkungen: page 1, 340 lists, not 304. And please add that the restore took four days *of ours*, the vendor's part was an afternoon.

@Mei 3
Both done. Submitted.

# 1 02-12 Ballot: one vote per institution, how do you decide?
@Rachel
We are eleven libraries and one vote. Last year I sent round a spreadsheet and counted; three forgot, two voted for the same thing under different numbers. How do other consortia do this?

@Pieter 5
Each gets the points in proportion to its size, everybody spends her own, I add up. Disputes are settled by coffee.

@Rachel 2
And if a small one cares very much about something that nobody else needs?

@Pieter 1
Then I bring cake to the big ones.

# 1 03-05 Results of round one
@Ines
Dear all,

round one is counted: 58 institutions of 71 voted, 36 requests, 2,900 points. The first ten go to Quillon for costing. The keyboard alternative to drag-reordering came first, with 311 points.

Full table attached.
!csv round-one.csv rank,request,points,institutions;1,Keyboard alternative to drag-reordering,311,41;2,Undo for deleted lists,264,33;3,Library notes at rollover,237,35;4,Declined reason for instructors,190,27;5,Student numbers in purchase requests,171,24;6,Titles in two languages,160,9;7,Department filter in link report,142,20;8,Warning for long lists,98,17;9,Locate without ISBN,91,12;10,Processing queues per campus,83,14

@Yael 1
I have read the first line three times. Thank you, everybody. Rivka, our instructor, says that she will believe it when she has pressed the key.

@Gwen 7 root
160 points from nine institutions: thank you to the eight who have only one language and helped us all the same.

@Marcus 3 root
Well done, whoever collected the cases. Votes follow stories.

# 1 03-19 Costing call with the vendor
@Ines
Notes of today's call: the keyboard alternative is 12 points, undo is 15, notes at rollover 6, declined reason 4. Student numbers depend on the acquisitions system, they will come back. Titles in two languages: 40, which is most of the year's 50.

@Gwen 2
Forty. I had feared fifty. Could it be cut in two, titles first, section names later?

@Ines 4
I asked; they will look at it until the end of April.

@Hamish 9 root
12 points for the keyboard, finally. Good work.

# 1 04-16 Quand les liens Moodle disparaissent
@Espérance
Bonjour,

depuis lundi, tous les liens de Moodle vers Lectio affichent "consumer key not found" chez nous. Rien n'a changé de notre côté. Est-ce que d'autres ont le même problème ?

@Camille 1
Pas chez nous. Avez-vous renouvelé le certificat du serveur ? Le nôtre avait changé de nom et la clé était liée à l'ancien.

@Espérance 3
C'était exactement cela. Merci ! Le nom avait perdu son "www".

# 1 05-07 Round two: results
@Ines
And here is what was committed for the year, 47 of 50 points:

- keyboard alternative to drag-reordering (12)
- undo for deleted lists, 30 days (15)
- library notes, copy or not at rollover (6)
- declined reason shown to the instructor (4)
- titles in two languages, first half: list titles (10)

@Yael 1
🎉🎉🎉

@Gwen 2
Diolch o galon! 🏴󠁧󠁢󠁷󠁬󠁳󠁿

@Fiona 3 root
The tick box! With the box unticked!

@Wei Lin 12 root
For the record: 63 institutions voted, the most so far. Thank you, Ines.

# 1 06-11 Sandbox has the new reorder
@Aoife
The sandbox got the keyboard reorder this morning: focus a citation, press M, move with the arrows, Enter to drop, Escape to give up. It announces "moved to 4 of 31". It is good.

Two flaws that I have reported: after Enter the focus jumps to the top of the page, and M also triggers when a citation's menu is open.

@Yael 2
Tried it together with Rivka. She reordered a list of 60 in six minutes and then did it again for the pleasure of it. She confirms the focus jump.

@Sione 16 root
M for "move" is also "mark" in our browser's caret mode. A setting for the key?

@Aoife 4
Good catch, added to the case. Single-key shortcuts must be possible to switch off anyway (2.1.4).

# 1 06-24 Sandbox: undo delete
@Mei
Undo is in the sandbox as well. Deleted lists show under Lists > Recently deleted, restore brings back citations, notes and files. What it does not bring back: the association with the course.

@Priya 3
Then for the dean it would have been a list that nobody could find. Shall we accept it like that?

@Mei 1
I say no: the request says "as it was".

@Katrin 14
Einverstanden, not accepted yet. Who tells them?

@Ines 2
I do. With the words "as it was", from page one.

# 1 07-14 Call for members of the working group
@Samuel
Two seats become vacant in October. Members serve two years, meet six times a year, and need the consent of their institution, nothing more. Familiarity with the product is welcome and with spreadsheets no longer required.

Please answer to me until 15 August.

@Nomsa 8
I put my name forward, with the blessing of my director.

@Anika 26 root
And I mine, if a third time zone in Asia is not one too many.

@Samuel 9
It is not. Thank you both!

# 1 08-06 Weekend rollover, third edition
@Fiona
2,611 lists, Friday 17:00 to Saturday 23:00. The notes tick box works. The progress bar still stands at 98 %, but only for forty minutes.

@Bruce 10
We did ours in December, 1,480 lists, 98 % for two hours. It must be the latitude.

@Sofia 5 root
Did the digest work for lists that were rolled over? With us instructors got all 40 mails again.

@Fiona 2
They did here, too. Switched off by the next morning. Support knows, says "by design".

@Maren 18 root
By whose design? This is a concern, I would say, not an idea. I'll write up our numbers.

# 1 09-03 Annual meeting: questions to Quillon
@Wei Lin
The question-and-answer hour is on the 17th. I collect until the 12th; short questions get long answers and the other way round.

@Kofi 5
When can citations without ISBN be located by title and publisher?

@Dana 9 root
Student numbers in purchase requests: you said in March that you would come back. Are you back?

@Jun 13 root
Why do notices of a rolled-over list ignore the digest?

@Pieter 4 root
Is there a plan for the analytics after the old reports are retired in spring? Asking for 400 lecturers.

@Wei Lin 20
All four are in, verbatim.

# 1 09-18 Annual meeting: the answers
@Wei Lin
As I noted them, to be confirmed in writing:

- locating without ISBN: "planned", no date
- student numbers: "we are back", spring release
- digest after rollover: "defect, will be fixed"
- analytics: the old reports stay for another year

@Jun 2
"Defect" is the best answer I have had in years.

@Dana 7 root
Spring of which hemisphere?

@Wei Lin 1
I did ask. The northern one.

# 1 10-08 Welcome to Nomsa and Anika
@Ines
Please welcome Nomsa Dlamini and Anika Rao to the working group, for two years. Warm thanks to Hamish, who leaves us after six.

@Hamish 4
It was a pleasure, fonts included.

@Nomsa 2 root
Thank you! Be patient with my questions until December.

# 1 10-21 Keyboard reorder: released, and a bug
@Yael
It is live since Sunday and it works, with one exception: in sections that are collapsed, the citation is announced as moved but stays where it was.

@Aoife 2
Confirmed in production, not in the sandbox, which has no collapsed sections. Reported as 00457190. Until then: expand before moving.

@Yael 1
Rivka says she has waited for nine years and can wait for a patch.

# 1 11-02 Archive import with annotations
@Nomsa
Our migration is done at last: 3,900 lists became 1,140, thanks to Sione's advice to take two years only. "misc2" became proper annotations after all. Notes on how we did it are attached, may they spare somebody a winter.
!pdf migration-notes.pdf From misc2 to annotations: notes of a migration

@Katrin 3
Congratulations! Nobody has asked for the other 2,760?

@Nomsa 5
One. It was from 2011 and we had it on paper.
`
