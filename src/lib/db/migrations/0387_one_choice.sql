-- How somebody hears what became of what they asked for was set in two places that could contradict each other: now in one.
insert into telling_preference (person_id, choice)
  select person_id, (case when bool_or(way = 'never') then 'never' else 'weekly' end)::telling_choice from letter_choice
  where kind in ('telling.became', 'telling.weekly') and way in ('weekly', 'never') group by person_id
  on conflict (person_id) do nothing;
delete from letter_choice where kind in ('telling.became', 'telling.weekly');
