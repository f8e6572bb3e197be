/** Threads of the group's own list, which only its members read. */
export const internal = `
# 1 10-15 Who takes which chore next year?
@Ines
Before we forget: agenda and minutes (Wei Lin until June, then?), moderation (Jun), the year's calendar (me), welcoming new subscribers (?), the report to the assembly (Samuel and me).

@Aoife 4
Welcoming is me, gladly.

@Jun 7 root
Moderation is fine for one more year. A deputy in another time zone would be good: held mail waits longest on Friday evenings, Europe's time.

@Wei Lin 3
I could share Fridays with you.

# 1 11-12 Draft of the letter on notices
@Ines
Not for the list yet: the draft of our letter to Quillon about notices after rollover. I would like to say "within this release" and not "soon". Objections?

@Samuel 5
None. I would leave out the verse, though.

@Aoife 2
I would open with it.

# ~2 Subscription requests this week
@Jun
Three people wait: one from a university with a contract, clear; one student; one from a place that I have never heard of. I will ask her what she works on before I decide.

@Ines 3
Thank you. Our terms say staff of member institutions; guests only with a sponsor.
`
