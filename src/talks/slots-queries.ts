import { type Db, isThere } from '../lib/db/rows.ts'

/** The speakers of talks whose slot is to come, with what they were told of it. */
export const listSpeakersToTell = (db: Db, at: Date) =>
  db
    .selectFrom('talkSpeaker')
    .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
    .innerJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .select(['talkSpeaker.id', 'meeting.startsAt', 'talk.scheduledAt'])
    .select(['talkSpeaker.askedFor', 'talkSpeaker.weekToldFor', 'talkSpeaker.dayToldFor'])
    .where('talk.state', '=', 'scheduled')
    .where('meeting.state', '=', 'planned')
    .where('meeting.startsAt', '>', at)
    .orderBy('talkSpeaker.id')
    .execute()

/** Does somebody still speak at this very time? */
export const speaksAt = (db: Db, speakerId: number, startsAt: string): Promise<boolean> =>
  isThere(
    db
      .selectFrom('talkSpeaker')
      .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
      .innerJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
      .select('talk.id')
      .where('talkSpeaker.id', '=', speakerId)
      .where('talk.state', '=', 'scheduled')
      .where('meeting.state', '=', 'planned')
      .where('meeting.startsAt', '=', new Date(startsAt)),
  )

/** Talks whose slot is to come, of which the proposer was not told; who speaks hears of it as a speaker. */
export const listProposersToTell = (db: Db, at: Date) =>
  db
    .selectFrom('talk')
    .innerJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'talk.groupId')
    .select(['talk.id', 'talk.slug', 'talk.title', 'talk.minutes', 'talk.proposedBy', 'talk.proposerToldFor'])
    .select(['workingGroup.name as group', 'meeting.startsAt', 'meeting.zone'])
    .where('talk.state', '=', 'scheduled')
    .where('meeting.state', '=', 'planned')
    .where('meeting.startsAt', '>', at)
    .whereRef('talk.proposerToldFor', 'is distinct from', 'meeting.startsAt')
    .where('talk.proposedBy', 'is not', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('talkSpeaker')
            .select('talkSpeaker.id')
            .whereRef('talkSpeaker.talkId', '=', 'talk.id')
            .whereRef('talkSpeaker.personId', '=', 'talk.proposedBy'),
        ),
      ),
    )
    .orderBy('talk.id')
    .execute()
