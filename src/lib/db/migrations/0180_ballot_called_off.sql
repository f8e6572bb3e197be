-- A ballot that was set up or opened and is not held after all. A step of its own: a new value cannot be used in the step that adds it.
alter type ballot_state add value 'called_off';
