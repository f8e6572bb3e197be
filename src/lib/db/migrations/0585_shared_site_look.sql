-- beside
-- What the site is called, whether it has a look, and what it does without: letters, first steps and what is owed ask for it.
create view shared_site_look as select name, accent, logo_id, unused from site_look;
