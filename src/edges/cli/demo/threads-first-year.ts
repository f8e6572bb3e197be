/** Threads of the first year; how they are written is told in ../script.ts. */
export const firstYear = `
# 3 01-08 Welcome to the new year on Lectio-L
@Wei Lin
Dear all,

a quick reminder of how this list works, since we have nine new subscribers. Ask anything. Answer when you can. If you solve something off-list, please post the solution back; somebody will search for it in two years.

The next open meeting is on the second Thursday, 08:00 UTC. Agenda items to me by Monday, please.

@Bruce 9
Happy new year from Perth, where it is 39 degrees and semester begins in seven weeks. Agenda item from us: rollover dates for the southern hemisphere.

@Hamish 14 root
Could the open meeting alternate between a morning and an evening slot? Half of us teach at 08:00 UTC.

@Wei Lin 3
Fair point. I will put both items on.

# 3 01-15 Duplicated lists get "(2)" in the title
@Priya
Every time a list is duplicated for the next term the copy is called "BIO204 Core readings (2)", and the year after "(2) (2)". Students notice. Instructors notice and write to us.

Is there a setting I have missed?

@Marcus 5
No setting. We run a script over the API the Sunday after rollover that strips it. Happy to share, it is forty lines of Python.

@Priya 2
Yes please! But it should not need a script.

@Gwen 20 root
We have the same, in two languages: "(2)" after the English title and nothing after the Welsh one, so the two no longer match and the alphabetical browse splits them.

@Ines 6
Collecting this as a user case. Priya, Marcus, Gwen: may I quote you?

@Gwen 1
Of course.

# 3 01-29 Rollover in a weekend
@Fiona
We moved 2,140 lists to the new year between Friday 17:00 and Sunday noon. What helped:

1. a spreadsheet of courses whose code had changed, agreed with Registry in the week before
2. two people, one rolling, one checking every fiftieth list
3. a rehearsal in the sandbox with real data

What did not help: the progress bar, which stood at 98 % for five hours.

Slides attached. I can show it at a Show and Tell if there is interest.
!pdf rollover-in-a-weekend.pdf Rollover in a weekend

@Sofia 3
Yes, please show it. We took nine days last summer.

@Bruce 11 root
+1. Could it be recorded? It will be 3 in the morning here.

@Fiona 4
Happy to record it.

@Dana 26 Fiona
> 2. two people, one rolling, one checking every fiftieth list

How did you choose what to check? We checked the first fifty and were very pleased with ourselves, until somebody opened number 900.

@Fiona 2
Random numbers from a cell in the spreadsheet. I wish I could say it was cleverer than that.

# 3 02-07 Student view
@Oliver
Is there any way to see a list as a student sees it, without keeping a fake student account? We have a "Test McTestface" in the directory and IT wants him gone by March.

@Katrin 4
Same here. Ours is called Erika Mustermann and she has been enrolled for eleven years.

@Oliver 1
She must be a professor by now.

@Aoife 18 root
A button "view as student" is what we asked for in the last round. It lost by two points to something about fonts.

# 3 02-01 Minutes of the January meeting
@Wei Lin
The minutes are attached. Three actions: Bruce writes down the southern rollover calendar; Fiona prepares a Show and Tell; I ask Quillon about the progress bar.
!pdf minutes-january.pdf Lectio Working Group, minutes of the January meeting

@Bruce 30
Done, see the shared folder. The short version: please nothing irreversible in February.

# 3 02-20 Wo stellt man die Benachrichtigungen ab?
@Lena
Liebe Kolleginnen und Kollegen,

unsere Lehrenden bekommen für jede einzelne Änderung eine Mail, gestern eine Dozentin 64 Stück, weil wir ihre Liste aufgeräumt haben. Gibt es eine Sammelbenachrichtigung?

Viele Grüße aus Lindental

@Katrin 2
Hallo Lena, unter Konfiguration > Benachrichtigungen > "Digest" gibt es seit Herbst eine tägliche Zusammenfassung. Sie ist aber nicht voreingestellt, und sie gilt nur für neue Listen.

@Lena 1
Danke! Für neue Listen ist besser als nichts.

@Pieter 22 root
(In English for the others: Lena asks for a digest of notifications, Katrin found the setting, but it applies to new lists only.) We switched instructors' notices off altogether and write once a week by hand.

# 3 02-26 Copyright: permission expires in mid-term
@Harriet
A permission for a chapter ran out on 15 February, the list was published in January, and nobody noticed until the rights holder did. No harm done, they were very decent about it.

What I would like is a warning, say eight weeks before, with the list and the instructor's name. How do others watch this?

@Rachel 6
A shared calendar with 300 entries. I am not proud of it.

@Dev 3
Analytics report, scheduled monthly, columns: citation, permission end date, list, course end date. If the permission ends before the course does, it is red. I'll attach the definition.
!csv permission-report.csv citation,list,permission_until,course_until,instructor;Chapter 4 of Harbour Law,LAW301,2024-02-15,2024-05-31,R. Okoro;Plates 10 to 14,ART110,2024-06-30,2024-05-31,M. Ellwood

@Harriet 1
That is already far better than what I had. But I would have to remember to read the report.

@Tanya 19 root
Licensing differs here (we work under a statutory licence), so "expires" for us is the page limit being reached by another course. A warning ought to cover both.

@Claire 7 root
En France c'est encore une autre logique : l'accord sectoriel court jusqu'à la fin de l'année civile, pas de l'année universitaire. Donc un avertissement, oui, mais avec une date que la bibliothèque choisit.

# 3 03-14 Locate finds the wrong edition
@Giulia
When we press Locate for a book with several editions, the newest one is linked, although the instructor gave the 2009 edition with its ISBN. Is the ISBN ignored on purpose?

@Jonas 8
Not ignored, but if the record has no 020 with exactly that ISBN it falls back to title and author, and then the newest wins. Look at the record: I bet the ISBN stands in a note.

@Giulia 15
You win the bet.

# 3 03-19 LTI launch shows an empty page in Safari
@Kofi
Students on iPads get a white page when they follow the reading list link from Moodle. In Chrome it works. Has anyone solved this?

@Elliot 2
Third-party cookies. In Moodle set the tool to open in a new window, not embedded. It is not pretty but it works today.

@Kofi 3
Confirmed, works. Thank you, Elliot. I have changed it for all courses.

@Nomsa 28 root
We had the same last week, and the "new window" trick breaks our app's back button. So our answer was a banner that says "use the button in the upper corner". I am told that this is called user education.

# 3 03-04 Call for Show and Tell
@Ines
The programme for spring has two free slots. Fifteen minutes, no polish needed, five minutes of questions. Earlier ones that people still mention: "LTI without tears" and "Analytics that instructors read".

Answer here or to me alone.

@Mei 12
I can show our self-management pilot: twelve courses where instructors publish without us. The honest version, including the two that went wrong.

@Ines 1
Perfect. April?

@Mei 9
April it is.

# 3 04-11 Import from a Word syllabus
@Marcus
Faculty send us Word files. Always. Here is what I do now: paste into a text editor, repair the line breaks, one citation per line, through an online parser, export RIS, import, correct a third of it by hand. Forty minutes a syllabus.

Does anybody have something better?

@Anika 13
We had two student assistants do this full time in July. The parser does well on journal articles and badly on chapters, because "In:" is not always "In:".

@Pieter 5 Marcus
For what it is worth: 70 % of ours have a DOI or ISBN somewhere. A regular expression and the identifier lookup gave us better results than any parser. The other 30 % we type.

@Marcus 2
That is a very good idea, annoyingly simple.

# 3 05-06 Re: Processing queues per campus
@Rachel 0 missing
I agree with all of that. The one thing I would add: the queue should follow the course, not the instructor. Ours teach at two campuses and their lists wander between queues.

@Elliot 4
And the queue counts on the dashboard ought to be those of my campus, not everybody's 4,300.

# 3 05-14 Accessibility of drag and drop
@Yael
One of our instructors does not use a mouse. Reordering a list of 60 citations is possible only by dragging. She asked her assistant to do it, which she should not have to.

Is there a keyboard alternative hidden somewhere?

@Aoife 2
No. We raised it as a concern with the vendor in the last term; the answer was "under consideration". WCAG 2.2 has a criterion for exactly this (2.5.7), so it is not a matter of taste any more.

@Yael 3
Thank you. Is there something I can support formally?

@Ines 20
Not yet, but there will be: I am collecting cases now. Could you write two or three sentences on how often it happens and what it costs her?

@Yael 4
Once a term per course, five courses; last time it took the two of them an afternoon. And the dignity, which I cannot put a number on.

@Nadia 9 Aoife
The up and down arrows on sections work with the keyboard. It is only the citations. So somebody did think about it, once.

# 3 05-21 ¿Alguien usa Lectio con Moodle 4?
@Ana
Hola a todas y todos:

vamos a pasar a Moodle 4 en junio y quería saber si alguien ha tenido problemas con el enlace profundo a una sección de la lista. En la versión de pruebas siempre nos lleva al principio.

Un saludo desde Sierra Clara

@Tomás 7
Hola, Ana: a nosotros nos pasó lo mismo. Hay que volver a crear los enlaces después de la actualización; los antiguos llevan un identificador que Moodle 4 descarta.

@Ana 1
¡Muchas gracias! ¿Hay que hacerlo uno por uno?

@Tomás 3
Por desgracia, sí. Fueron 212. Escuché muchos podcasts.
`
