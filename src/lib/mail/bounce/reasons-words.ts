/** Whom mail is for, as servers call it. */
export const one =
  '(?:users?|recipients?|receivers?|addressees?|mail ?box(?:es)?|mail ?folder|inbox|address(?:es)?|accounts?|alias(?:es)?|names?|persons?|people|customers?|subscribers?|user ?ids?|logins?|user ?names?|local part|recipient\\(s\\)|address\\(es\\)|user\\(s\\))'
/** Few words between a noun and what is said of it. Words end in one way only, so that no text takes long. */
export const gap = '(?:[ :,]{1,2}(?!polic|certif|permission|sender)[^ :,]{1,60}){0,4}'
export const mails = '(?:any |all |new |incoming |inbound |external |such )*(?:e-?mails?|emails?|mails?|messages?)'
/** What is yours is not the recipient's. */
export const notYours = '(?<!(?:^|[^\\p{L}])your (?:e-?mail |mail |ip )?)'
