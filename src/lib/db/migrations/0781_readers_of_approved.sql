-- What was approved for some is not read by more because what came after it is: each approved version and edition has its own readers.
-- Of those of before nothing else is known than who reads them now.
alter table document_approval add column readers visibility not null default 'group';
update document_approval a set readers = d.visibility from document_version v join document d on d.id = v.document_id where v.id = a.version_id;
alter table report_edition add column public boolean not null default false;
update report_edition e set public = r.public from report r where r.id = e.report_id;
