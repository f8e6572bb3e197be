-- How far a sender is proven is judged once, when the mail comes, in the words of src/lib/mail/proof; of mails before, DMARC alone is known.
alter table inbound rename column dmarc to proof;
alter table inbound alter column proof type text using
  case proof when 'pass' then 'proven' when 'none' then 'nothing claimed' when 'temperror' then 'unanswered'
    when 'fail' then 'not proven' when 'permerror' then 'not proven' end;
alter table inbound add constraint inbound_proof_check check (proof in ('proven', 'nothing claimed', 'not proven', 'unanswered'));

-- A list may ask that those it knows prove themselves also where their domain publishes nothing.
alter table list add proven_senders boolean not null default false;
