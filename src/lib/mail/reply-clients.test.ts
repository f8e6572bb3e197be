import { expect, test } from 'vitest'
import { trimReply } from './reply.ts'

// As the programs of the world write them today: what was said before, below an answer.

const quoted: Record<string, string> = {
  'SOGo, German': 'Am Mittwoch, November 04, 2026 11:45 CET, schrieb Dirk Sommer <sommer@kreis.example>:\n\n> Bitte neu starten.',
  'FairEmail, Dutch': '5 nov. 2026 09:14:02 Joost van Dam <j.vandam@waterschap.example>:\n\n> De storing is verholpen.',
  'Zimbra, French':
    '----- Mail original -----\nDe: "Bernard Lefort" <b.lefort@chu.example>\nÀ: "liste" <liste@asso.example>\nEnvoyé: Mercredi 4 Novembre 2026 17:26:10\nObjet: [liste] Correctif ?\n\nSavez-vous quand ?',
  'Seznam, Czech':
    '---------- Původní e-mail ----------\nOd: Jana Malá <jana.mala@kraj.example>\nKomu: skupina@uzivatele.example\nDatum: 4. 11. 2026 9:48:20\nPředmět: Přihlášení\n\nNefunguje to.',
  'Naver, Korean':
    '-----Original Message-----\nFrom: "이지은" <jieun@city.example>\nTo: <users@group.example>;\nCc:\nSent: 2026-11-04 (수) 15:20:11 (GMT+09:00)\nSubject: 로그인 오류\n\n오류가 계속 발생합니다.',
  'QQ, Chinese':
    '------------------ 原始邮件 ------------------\n发件人: "王芳" <wangfang@city.example>;\n发送时间: 2026年11月4日(星期三) 下午3:20\n收件人: "users"<users@group.example>;\n主题: 升级\n\n有人遇到过吗？',
  'NetEase, Chinese': '在 2026-11-04 15:20:11，"王芳" <wangfang@city.example> 写道：\n>请先清除缓存再试。',
  'Mail.ru, Russian': '>Среда, 4 ноября 2026, 12:15 +03:00 от Ирина Белова <irina@adm.example>:\n> \n>Кто-нибудь видел?',
  'Orange, French':
    '> Message du 04/11/26 16:55\n> De : "Nadia Benali" <nadia@agglo.example>\n> A : liste@asso.example\n> Objet : Question\n> \n> Où ?',
  'Gmail, Hebrew': '‫בתאריך יום ד׳, 4 בנוב׳ 2026 ב-15:20 מאת ‪דנה לוי‬‏ <‪dana@city.example‬‏>:‬\n\n> נסו שוב.',
  'Gmail, Vietnamese': 'Vào Th 4, 4 thg 11, 2026 vào lúc 15:20 Nguyễn Văn An <an@city.example> đã\nviết:\n\n> Thử xem.',
  'Gmail, Persian': 'در تاریخ پنجشنبه ۵ نوامبر ۲۰۲۶، ۹:۱۲ مریم احمدی <maryam@city.example> نوشت:\n\n> دوباره.',
  'Gmail, Latvian': 'ceturtd., 2026. g. 5. nov., plkst. 09:12 — lietotājs Ilze Kalna (<ilze@dome.example>) rakstīja:\n\n> Vai strādā?',
  'Outlook, Lithuanian':
    'Nuo: Rasa Petraitė <rasa@miestas.example>\nIšsiųsta: 2026 m. lapkričio 5 d., ketvirtadienis 09:12\nKam: grupe@vartotojai.example\nTema: Klaida\n\nAr veikia?',
  'Outlook, Croatian':
    'Šalje: Ana Horvat <ana@grad.example>\nPoslano: četvrtak, 5. studenoga 2026. 9:12\nPrima: grupa@korisnici.example\nPredmet: Greška\n\nRadi li?',
  GroupWise: '>>> Ann Lee <ann@bank.example> 11/5/2026 9:12 AM >>>\nWho can host it?',
}

test.each(Object.entries(quoted))('%s', (_, before) => {
  expect(trimReply(`It works here.\n\n${before}`)).toMatchObject({ visible: 'It works here.', signature: '' })
})

test('a line that begins like a header, and a log between marks, are the author’s', () => {
  const own = 'Hello,\n\nFrom: what I can tell, it is ignored. The log says:\n\n> ERROR 17: table locked\n\nAny ideas?\nSam'
  expect(trimReply(own).visible).toBe(own)
})
