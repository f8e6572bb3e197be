/** Short threads, as most are; how they are written is told in ../script.ts. */
export const shortOnes = `
# 3 02-14 Default view of sections
@Oliver
Can sections be collapsed by default for students? I only find it per list.

@Mei 4
Per list only. We set it in the template list that everybody copies.

@Oliver 1
A template list. Of course. Thanks!

# 3 03-27 Chicago 18th edition
@Rachel
Has anybody got a citation style file for the 18th edition that handles chapters properly?

@Giulia 9
Yes, sent to you directly, it is too large for the list.

@Rachel 2
Received and working. For the archive: the fix was in the "container-title" macro.

# 3 04-22 Course loader skips courses with an ampersand
@Sione
"Food & Wine" is missing after each load; so are all courses with an ampersand. I escape it as &amp; and get "Food &amp; Wine" in the title.

@Marcus 10
Write it plainly and save the file as UTF-8 without the byte order mark. The error message is about the line before.

@Sione 9
That was it. How on earth did you find this out?

@Marcus 3
"Arts & Crafts", three evenings.

# 3 06-20 Who else sees duplicates in Locate?
@Nadia
Since the last update every title shows up twice when we press Locate, once as print and once as "unknown".

@Jonas 2
Re-index of the repository still running. Ours vanished after two days.

@Nadia 40
Vanished here as well, thank you.

# 3 07-09 Statistics for the annual report
@Gwen
Which numbers do you put into your annual report? We have lists, citations and clicks, and none of them says whether it was any use.

@Sofia 6
Share of courses with a list, share of lists published before week one. Both are ours to improve, which makes them honest.

@Harriet 3
Plus one sentence by an instructor. The vice-chancellor remembers the sentence.

# 3 08-15 Open citations in a new tab?
@Tanya
Students lose the list when they follow a link. Can links open in a new tab for everybody?

@Yael 5
Please don't: for people with a screen reader a new tab takes away the way back. Ctrl+click is there for those who want it.

@Tanya 2
I had not thought of that. We'll leave it.

# 3 10-24 Nota sobre derechos para préstamo digital
@Tomás
Estimadas colegas: ¿alguien tiene un texto breve, en español, para avisar a los docentes del límite de páginas por capítulo? El que trae Lectio es una traducción automática bastante graciosa ("¡Cuidado con el copiador!").

@Ana 6
Te mando el nuestro, revisado por asesoría jurídica. Úsalo con toda libertad.
!pdf aviso-derechos.pdf Aviso sobre derechos de autor y límites de digitalización

@Tomás 1
Impecable. Mil gracias, Ana.

# 3 11-14 Sandbox refresh
@Jun
When was the sandbox last refreshed? Our courses there end in 2019.

@Elliot 4
On request only, by case, takes a week. Ask for "full copy with files", otherwise the files are not copied and every link is broken.

@Jun 8
Asked. Thank you.

# 3 11-28 Notices from a "noreply" that people reply to
@Priya
Instructors answer the notices. The answers go to noreply. We found out when one of them came to the desk, rather cross, with a printout of three.

@Dana 8
Set Reply-To in the letters configuration to a real mailbox. It is the last field, below "logo height".

@Priya 3
Set. Twelve answers on the first day, all thankful, none cross.

# 2 01-31 Bulk change of status
@Maren
After rollover 1,900 lists are back at "Being prepared" although nothing in them has changed. Is there a way to set them to Complete in one go?

@Fiona 3
Filter by "unchanged since copy", select all, Change status. The trap: "select all" means all on this page.

@Maren 4
Nineteen pages of a hundred. It took a cup of tea. Thank you!

@Hamish 16 root
User case for the archive: this should be an option of the rollover job itself.

# 2 02-06 Citation type for podcasts
@Beatriz
How do you catalogue podcasts? We use "Audio", and it asks for a publisher's place.

@Tanya 12
"Website", with the episode as title. Not correct but it looks right.

@Camille 7 root
« Autre », avec le lien. Le lieu d'édition d'un podcast, c'est poétique.

# 2 03-04 Library discussion: who gets the mail?
@Lars
If an instructor writes in the library discussion of a list, who is told? With us nobody, as far as I can see, for eight months.

@Katrin 2
Whoever is assigned to the list. If nobody is assigned: nobody. There is a default assignee in the configuration of the queue.

@Lars 5
Found it, set it, and answered 63 questions this afternoon. Some had solved themselves.

# 2 03-29 Branding: own font
@Gwen
May we use our university's font on the public list page?

@Oliver 6
The CSS box takes @font-face, the font must be on your own server.

@Hamish 2
Please let us not have the thread about fonts again.

@Gwen 1
I take it back! :)

# 2 04-27 Fair dealing wording
@Rachel
Our counsel asks for the wording that the upload page shows to instructors. Can it be changed per campus?

@Elliot 1
Not per campus; per institution. We named both campuses' rules in one text. Not elegant, but lawful.

# 2 06-05 API: 429 after a minute
@Marcus
Since yesterday the API answers 429 after about sixty calls a minute; before it was several hundred. Announced anywhere?

@Elliot 3
In the developers' notes of April, under "Reliability". 60 a minute per key. With Retry-After, which they do honour.

@Marcus 2
Then my scripts shall learn to wait. Thanks.

@Anika 20 root
You can ask for a higher limit with a reason. "Rollover" was reason enough in our case.

# 2 07-29 Print view
@Samuel
Instructors want paper. The print view leaves out the annotations. Does anyone have a trick?

@Nadia 3
Export to Word, choose "with notes". Samuel, I am one floor below you, come by.

# 2 09-05 Reading load per week
@Mei
Is anybody showing students how many pages a week is? We tried it in the section description, by hand, for two courses. Students loved it; the instructor of 940 pages did not.

@Sofia 5
By hand as well, for first-years only. We say hours, not pages.

@Bruce 14 root
Hours need a reading speed, and there's a paper that says nobody agrees. I like pages. They are at least there.

# 2 10-15 Search by instructor
@Oliver
Lists can be searched by instructor's last name, not by first name, and ours are all called Jones.

@Gwen 3
You have my sympathy. Ours are all Jones too. Search by user name works if you know it.

# 2 12-11 Checklist for new staff
@Harriet
Two new colleagues start in January. Has somebody a checklist for learning Lectio that I could adapt?

@Fiona 4
Attached, five days, one page each. Day three is "break something in the sandbox".
!pdf first-week.pdf Your first week with reading lists

@Harriet 2
Day three alone is worth it. Thank you, Fiona.

@Wei Lin 30 root
May we put this into the group's documents? With your name.

@Fiona 5
Please do.

# 1 02-03 Lists of people who have left
@Dev
Forty lists belong to instructors who have left. They are still public and still found by search engines, with the names. What do you do?

@Katrin 4
Quarterly report, owner not in the directory, list is hidden and given to the department. Ask your data protection officer; ours insisted.

@Dev 2
Done for the first quarter. It was ninety, not forty.

# 1 02-25 Semester start, southern edition
@Bruce
Day one: 11,200 students, 1,480 lists, 14 help desk calls, of which nine were about parking. I have never been so pleased to be bored.

@Sione 3
22 here. One was a proposal of marriage, to the wrong address.

@Tanya 5 root
Confirming from the desk beside Bruce's: he did a little dance.

# 1 04-02 Shibboleth attribute for staff
@Lars
Which attribute do you use to tell librarians from instructors? Ours are all "staff".

@Jonas 6
eduPersonEntitlement with a value of our own. Affiliation is too coarse.

@Lars 20
Works, tack!

# 1 05-20 PDF that cannot be read aloud
@Yael
A third of our digitised chapters are pictures without text. Does your scanning station recognise text by default?

@Rachel 3
Since last year, yes. Old ones we run through when the list is reviewed: one click on a folder, over night.

@Kofi 11 root
Ours does not, and I had not known that it could. Enabled today. Thank you for asking the question!

# 1 07-01 Licence count of an e-book
@Giulia
"1 user" on an essential reading for 240 students. Is there a warning anywhere before week one?

@Dana 7
In the citation's details, four clicks deep. We export all with "1 user" in August and buy what hurts.

@Giulia 4
August it is, then.

# 1 08-21 Who maintains the glossary?
@Camille
Le glossaire du groupe dit encore "list owner" là où Lectio affiche maintenant "coordinator". Qui le tient à jour ?

@Ines 9
Nobody, it seems, so: I do, now. Corrected, merci Camille. If you find more, write to me.

# 1 10-14 Summer time ends
@Wei Lin
The October meeting takes place in the week between the European and the American change of clocks. It is at 20:00 UTC. Please look at the invitation in your calendar and not at your memory.

@Marcus 6
My memory says noon. My calendar says 13:00. I shall obey.

@Sione 4 root
For me it is 9 in the morning on the next day, as always. Some of us live in the future.

# 1 11-10 Zeitschriftenartikel ohne DOI
@Jonas
Beim Import aus RIS landen Artikel ohne DOI bei uns seit dem Update als "Buchkapitel". Kann das jemand bestätigen?

@Katrin 2
Bestätigt. Es liegt am Feld TY: "JFULL" wird nicht mehr erkannt. "JOUR" geht.

@Jonas 1
Suchen und ersetzen, fertig. Danke dir!

@Lena 5 root
Ich hatte schon an mir gezweifelt. Danke euch beiden.

# ~9 Concern: notices after rollover, the numbers
@Maren
As announced in the summer, here are our numbers on notices that ignore the digest after rollover: 412 instructors, 9,870 mails in one night, 31 complaints, one of them in verse. Two instructors have set up a filter since and now miss everything.

@Sofia 3 top
Ours: 280 instructors, 11,200 mails. We have one more effect: the mail server took us for spammers and delayed everything by six hours, exam notices included.

@Jun 11 root
Minato: 96 instructors, about 2,000 mails. No verse.

@Ines 6
Three institutions, three sets of numbers: this goes to the vendor as one concern with your three cases. Maren, may I see the verse?
!joins Weekend rollover, third edition

@Maren 1
"O Lectio, thou knockest at my gate / four hundred times, and every time too late."

# ~4 Open meeting in December: agenda
@Wei Lin
The last open meeting of the year. So far: review of the year's commitments, what we send to the senior managers, dates for next year. What else?

@Anika 7
Ten minutes on the locate-without-ISBN answer? "Planned, no date" was September.

@Kofi 2
Seconded. I bring 300 citations as evidence.

@Wei Lin 9
On the agenda, with both of you as speakers.

# ~1.3 Students can’t see citations that are only “sent”
@Maren
We are in week two and the help desk has had forty calls. An instructor sends the list, the library has not processed a citation yet, and students see an empty week without any hint that something is coming.

We now publish by hand every evening at six. Does anybody have a better way?

@Jun 2
Same here. Our workaround is a note citation at the top, “more is coming”, which somebody has to remove again in every list.

@Aoife 10 root
A line that says “2 items are being prepared” would do. It should not name the title before copyright is cleared, though.

@Ines 3
I will put this on the agenda of the next meeting. Who else has the same?

@Harriet 4 root top
We do. We changed the status by a nightly job, which is worse: now students see items that are not there.

@Tanya 2 Jun
> which somebody has to remove again in every list

We gave the note citation a tag, so that a search finds all of them. Removing 180 took five minutes in week four.

@Jun 1
A tag! Thank you. That is this week's best idea.
`
