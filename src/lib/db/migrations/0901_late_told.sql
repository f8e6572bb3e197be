-- beside
-- That an answer was late was told on the next day or never: a server that was off on that day told nobody. The day is noted that was told of.
alter table correspondence add column late_told date;
update correspondence set late_told = answer_by where answer_by < current_date;
