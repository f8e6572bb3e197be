/** A text to start from. */
export interface Template {
  /** Its title and what it is for are messages of this name. */
  key: 'terms-of-reference' | 'agenda' | 'annual-report' | 'brief'
  category: 'key' | 'minutes' | 'report' | 'other'
  reviewMonths: number | null
  body: string
}

/** Texts to start a document from, in our own words. */
export const templates: readonly Template[] = [
  {
    key: 'terms-of-reference',
    category: 'key',
    reviewMonths: 12,
    body: `## Purpose

Why the group exists, in two sentences: the product, the vendor, and what becomes better because people work together.

## What we do

1. We gather what users need, with the institution and the workflow behind it.
2. We bring needs and concerns to the vendor, with their priority, and keep what was answered.
3. We tell those who asked what became of it.
4. We share practice: on the list, at Show and Tell, at the conference.

## Members

Who can be a member, how members are found, and for how long. Members speak from their own work; they do not speak for the vendor.

## Roles

| Role | Responsible for |
| --- | --- |
| Coordinator | Talks with the vendor and the steering committee; keeps the year together. |
| Deputy | Stands in, and takes over parts by agreement. |
| Liaison | Comes from the steering committee and reports to it. |
| Members | Collate, champion, and take part in meetings. |

## Meetings

How often (say “every two months” or “twice a month”), how long, in which time zone, and how many must be there to decide.

## Decisions

How the group decides, where decisions are written down, and how often they are looked at again.

## Review

These terms are looked at once a year, at the meeting in October.
`,
  },
  {
    key: 'agenda',
    category: 'other',
    reviewMonths: null,
    body: `## Before we begin (5 minutes)

Who is here, who sends apologies. Minutes of the last meeting: corrections, approval.

## Actions (10 minutes)

What was done since the last meeting; what is late, and what it needs.

## From the vendor (15 minutes)

Answers since the last meeting. Answers that are overdue. What the next release brings.

## Our topics (20 minutes)

- Topic, who brings it, what is to be decided

## Documents (5 minutes)

What is due for review; what is to be approved.

## Next (5 minutes)

Date of the next meeting, Show and Tell, who writes the news.
`,
  },
  {
    key: 'annual-report',
    category: 'report',
    reviewMonths: null,
    body: `## The year in figures

| What | This year | Last year |
| --- | --- | --- |
| Meetings held, of those planned | | |
| User cases gathered | | |
| Requests put to the vote | | |
| Answers of the vendor | | |
| Committed, delivered | | |
| Subscribers of the list | | |

## What was achieved

Three things that users have now and did not have a year ago. Name the request and the release.

## What was not

What was promised and did not come; what nobody found time for. Say why.

## With the vendor

How the work together went: what went well, what took too long, what both sides agreed.

## The people

Who joined, who left, who is thanked. Which roles are open.

## Next year

Three aims, each with a sign by which one can tell that it was reached.
`,
  },
  {
    key: 'brief',
    category: 'other',
    reviewMonths: null,
    body: `## What we ask

One sentence. Who does what, by when.

## Why

What happens today, whom it concerns (how many institutions, how many people), what it costs them.

## What we have tried

Workarounds, support cases, earlier answers.

## How we shall know

What a tester does to see that it is done.

## Who asks

The group, the decision behind it, and whom to write to.
`,
  },
]

/** A template by its key. */
export const findTemplate = (key: string | undefined): Template | undefined => templates.find((one) => one.key === key)
