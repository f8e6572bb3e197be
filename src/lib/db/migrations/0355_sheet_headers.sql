-- A spreadsheet may have titles above its header: the line of the file that its columns are named in. Null: the first that is not empty.
alter table sheet_import add column header_line integer;
