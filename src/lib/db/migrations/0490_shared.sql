-- beside
-- What a domain lets others read of its tables, column by column. The rest of a table is its owner's alone, to change as it likes.

create view shared_address as select id, person_id, email, verified_at, created_at from address;
create view shared_affiliation as select id, person_id, organisation_id, from_on, to_on, basis, confirmed_at, asked_at, asks,
  suspended_at from affiliation;
create view shared_organisation as select id, name, kind, country, created_at, people_served from organisation;
create view shared_person as select id, name, locale, zone, theme, single_keys, created_at, erased_at, about, profile_shown, works_from,
  works_to, zone_from, hidden_hints from person;
create view shared_appointment as select id, person_id, role, group_id, community_id, formal, from_on, to_on, organisation_id, stand_in,
  by_year, how, to_unknown, role_name_id from appointment;
create view shared_community as select id, slug, name, uses_directories, checks_students from community;
create view shared_decision as select id, number, group_id, community_id, meeting_id, text, decided_on, review_on, reviewed_at,
  superseded_by, internal, source, source_path, created_at from decision;
create view shared_group_community as select group_id, community_id from group_community;
create view shared_list_community as select list_id, community_id from list_community;
create view shared_product as select id, name, vendor_id from product;
create view shared_working_group as select id, slug, name, product_id, founded_on, created_at, relationship_public, news_every, news_unit,
  closed_at, merged_into, directory from working_group;
create view shared_journal as select id, at, person_id, via, action, subject, group_id, details from journal;
create view shared_journal_link as select journal_id, "position", hash from journal_link;
create view shared_file as select id, content_id, name, person_id, created_at from file;
create view shared_file_content as select id, sha256, size, type, erased_at, scan from file_content;
create view shared_inbound as select id, received_at, mail_from, rcpt_to, via, person_id, raw_id, state, attempts, not_before, fate, error,
  settled_at, proof from inbound;
create view shared_mail_import as select id, list_id, person_id, file, imported, repaired, duplicate, quarantined, begun_at, ended_at,
  move_id, undo_begun_at, undone_by, undo_to, undo_gone, undo_left, undone_at from mail_import;
create view shared_message as select id, list_id, thread_id, raw_id, message_id, variant, refs, subject, from_name, from_email, person_id,
  sent_at, received_at, text, attachments, size, changed_at, topics, import_id from message;
create view shared_raw_mail as select id, sha256, size, bytes, erased_at, markdown from raw_mail;
create view shared_thread as select id, list_id, root, subject, first_at, last_at, messages, people from thread;
create view shared_bounce as select id, delivery_id, kind, email, class, permanent, diagnostic, at, incident_id from bounce;
create view shared_delivery as select id, message_id, letter_id, email, domain, state, attempts, next_at, answer from delivery;
create view shared_letter as select id, kind, person_id, list_id, subject, bytes, created_at, secret, sealed, expires_at from letter;
create view shared_list as select id, group_id, name, title, description, language, archive, join_policy, created_at, approval, rules,
  remind_days, subject_prefix, footer, replies_to, html, link_above_kb, link_types, drop_types, closed_at, leave_line from list;
create view shared_role_address as select id, name, role, group_id, community_id, title, created_at, closed_at from role_address;
create view shared_subscription as select id, list_id, person_id, address_id, receiving, since, ended_at, suspended_at, paused_until,
  own_posts, when_addressed, only_topics from subscription;
create view shared_document as select id, slug, group_id, community_id, title, visibility, owner_role, state, dated_on, review_on,
  approved_number, meeting_id, created_at from document;
create view shared_request as select id, group_id, kind, title, text, language, area_id, visibility, stage, stage_at, severity, versions,
  reproduction, workaround, champion_id, created_by, created_at, version, root_id, old_number, import_id from request;
create view shared_user_case as select id, group_id, state, title, who, workflow, problem, workaround, cost, versions, organisation_id,
  author_id, author_name, visibility, consent, said_at, captured_by, captured_at, version, withdrawn_at from user_case;
create view shared_user_case_source as select id, case_id, message_id, raw_id, excerpt, said_at from user_case_source;
create view shared_answer as select id, group_id, request_id, item_id, class, reason, door, given_at, link, recorded_at, readers,
  readers_from, reviewed_at from answer;
create view shared_ballot as select id, group_id, cycle_id, phase, kind, title, question, capacity, seats, role, zone, opens_at, closes_at,
  closed_at, state, rehearsal_of, decision, created_at from ballot;
create view shared_ballot_option as select id, ballot_id, number, wish_id, request_id, person_id, title, text, area, cost,
  solution from ballot_option;
create view shared_meeting as select id, slug, series_id, title, starts_at, ends_at, zone, place, state, public, version, recording_url,
  minutes, approved_at, created_at, created_by, kind, changed_at from meeting;
create view shared_meeting_host as select meeting_id, group_id, community_id from meeting_host;
create view shared_meeting_invitation as select id, meeting_id, person_id, roles, formal, email, invited_at, withdrawn_at, partstat,
  answered_at, comment, attendance, reason from meeting_invitation;
create view shared_meeting_series as select id, slug, title, every_n, every_unit, starts_at, minutes, zone, public, first_on, created_at,
  ended_at, kind from meeting_series;
create view shared_talk as select id, slug, group_id, title, minutes, visibility, state, decided_at, reason, meeting_id, given_on from talk;
create view shared_event as select id, slug, title, kind, first_on, zone, place, online, public, cancelled_at, created_at,
  created_by from event;
create view shared_correspondence_mail as select id, correspondence_id, address_id, raw_id, message_id, direction, subject, from_email,
  to_emails, text, person_id, imported, sent_at from correspondence_mail;
