-- beside
-- Each message that is shown is asked whether its text is Markdown: of a thread that is looked at once, the mails themselves were most of what was read.
create index raw_mail_markdown on raw_mail (id) where markdown;
