import { phrases, unspaced } from './fold.ts'

// What is wrong with the message itself, in other languages than English. Folded: lower case, no accents (see `fold`).

const gap = '(?:[ :,]{1,2}[^ :,]{1,60}){0,6}'

/** Taken for spam, or worse. */
export const spamElsewhere = [
  phrases`
    spam-?(?:verdacht|mail|nachricht|bericht|filter|regel)~
    spam(?:nek|u|em|iem|ul|ot|om|my|mi|a|ern|ina|iksi|ks|iga)
    (?:un|ue)erwunschte~|unerwunscht~
    courriers? indesirables?|indesirables?|pourriels?
    no desead[oa]s?|no solicitad[oa]s?|non desiderat~|non richiest~|nao (?:desejad|solicitad)~
    infett[oa]|infiz~|infek~|infect[eo]s?|infectad~|zainfek~|infikovan~|заражен~|schad(?:software|code|programm)~
    correo (?:no deseado|basura)|correu (?:brossa|no desitjat)
    publicit(?:e|aires?)|publicidad|pubblicita(?:ri[oa])?|publicidade|werbung|werbemull|werbe(?:mail|nachricht|post)~|reklam[aey]?|reclame(?:boodschap)?
    posta indesiderata|indesiderat[oa]
    ungewenst~|ongewenst~
    skrappost~|soppelpost~|roskapost~|rampspost~|surogatpast~|slamst~
    спам~|нежелательн~|небажан~|нежелан~
    вирус~|вірус~|wirus~|virus(?:a|u|em|et|t|en|i|as|ul|om|mal|ai)|viirus~|ιο[ςσ](?! )|trojan~
    lixo eletronico|lixo
    verdachtig~|suspicious|suspecte?s?|sospechos~|sospett~|suspeit~|podejrzan~|podezrel~|подозрит~|підозр~|misstankt~|mistenk~|mistaenk~|epailytt~|gyanus~|supheli~|υποπτ~
    nevyzadan~|niechcian~|nezelen[aei]~|kereetlen~|keretlen~|levelszemet~
    istenmeyen~|ανεπιθυμητ~|nedorit~|thu rac
    [בכל]?דואר זבל|ספאם|מזעג'~|(?:ال)?مزعج~|(?:ال)?عشوائي~|فيروس~
  `,
  unspaced`
    垃圾邮件|垃圾郵件|垃圾信|病毒|迷惑メール|スパム|ウイルス|ウィルス|스팸|바이러스|内容(?:被拒|不当|违规|敏感)|(?:敏感|违规|不当|違規).{0,2}(?:内容|內容|信息)|สแปม|可疑|不審な|의심|ไวรัส
  `,
]

/** How large a message is. */
const size =
  '(?:tamano|tamanho|taille|poids|grosse|groesse|dimensi[ou]n|grootte|omvang|rozmiar|velikost|velkost|storlek|storrelse|koko|meret|boyut|marime|dydi|izmer|izmir|suurus|размер|розмір|големин|μεγεθ|mida|حجم|ukuran|kich thuoc|dung luong)'
const exceeds =
  '(?:supera|superior|superieur|exced|sobrepasa|ultrapass|depas|uberschr|ueberschr|uberst|ueberst|overschr|overst|overskr|przekr|prekrac|prekroc|presah|ylitt|meghalad|asiyor|asti|asan|virsij|vieta|ületa|uleta|превыша|превыси|перевищ|надвиш|надхвър|υπερβ|melebihi|vuot qua|يتجاوز)'

/** Larger than what is taken. */
export const largeElsewhere = [
  phrases`
    zu gro(?:ss|s)
    (?:maximale|zulassige) (?:nachrichten)?grosse
    trop (?:volumineux|volumineuse|gros|grosse|grande?|lourde?)
    (?:demasiado|muy) grandes?
    troppo grande
    (?:muito|demasiado) grande
    te groot
    for stor[aet]?t?
    liian suur~|πολυ μεγαλ~|prea mar[ei]|завелик~|занадто велик~|твърде голям~|preveli[ck]~|per didel~|parak liel~|liiga suur~|qua lon|terlalu besar|massa gran
    za duz[aey]|zbyt duz[aey]
    prilis velk~
    tul nagy
    cok buyuk
    כבד[הי]? מדי|גדול[הי]? מדי|كبير[ةه]? (?:جدا|للغايه|للغاية)
    слишком (?:больш|велик)~|занадто велик~|(?:groß|gross)er als (?:erlaubt|zulassig|gestattet)|plus (?:gros|grand|volumineux)\p{L}{0,3} que|(?:mayor|maior) (?:que|de lo|do que) (?:o |lo )?permitid~|groter dan (?:toegestaan|is toegestaan)
    превышает~
    ${exceeds}\p{L}{0,8}${gap} ${size}~
    (?:[dl]')?${size}\p{L}{0,6}${gap} ${exceeds}~
  `,
  unspaced`
    (?:过大|過大|太大)|超(?:过|過).{0,8}(?:大小|尺寸)|(?:大小|尺寸).{0,6}(?:超|限制)|大きすぎ|サイズ.{0,8}(?:超|制限)|너무 (?:큽|커|큰)|크기.{0,8}초과|ใหญ่เกิน
  `,
]

const attached =
  '(?:(?:datei)?anhang|(?:datei)?anhange|datei(?:typ|format)|type de fichier|tipo (?:de archivo|de fichero|de ficheiro|di file)|bestandstype|bestandsformaat|filtyp|typ (?:pliku|souboru)|тип файл|pieces? jointes?|fichiers? joints?|(?:archivos?|ficheros?) adjuntos?|adjunto|allegat[oi]|anexos?|bijlagen?|zalacznik|priloh|bilag|bifog|vedhaeftet|vedlegg|liite|liitetiedosto|mellekle|csatolman|csatolt|atasament|вложен|вкладен|прикрепл|прикачен|ek dosya|eki(?!\\p{L})|συνημμεν|المرفق|מצורפ|ה?קובץ המצורף|lampiran|tep dinh kem)'
const unwanted =
  '(?:(?:ist |sind |wird |est |sont |es |e |is |er |ar |jest |je |non |no |nao |not |nie |ne |inte |ikke |ei |nem |nu |не |δεν |לא ){0,4}(?:nicht (?:erlaubt|zulassig|zugelassen|gestattet|akzeptiert|angenommen)|unzulassig|unerlaubt|niedozwolon|nepovolen|nedovolen|verboten|otillat|forbju|forbudt|ulovlig|blockier|gesperrt|abgelehnt|gefahrlich|autoris|interdit|bloque|refus|permit|permis|prohibid|bloquead|rechaz|consentit|ammess|vietat|bloccat|proibid|rejeitad|toegestaan|verboden|geweiger|geblokkeer|dozwolon|zabronion|zablokow|odrzucon|povolen|zakazan|blokovan|tillat|tilladt|blocker|blokker|bloker|sallit|estett|engedelyez|tilt|разреш|запрещ|заблок|дозвол|заборон|позволен|izin|engellen|επιτρεπ|מותר|مسموح|diizinkan))'

/** What is attached is not taken. */
export const attachedElsewhere = [
  phrases`
    ${attached}\p{L}{0,10}${gap}[ :,]{1,2}${unwanted}~
    ${unwanted}\p{L}{0,10}(?:[ :,]{1,2}[^ :,.]{1,60}){0,2} ${attached}~
  `,
  unspaced`
    不(?:允许|支持).{0,6}附件|(?:添付|附件|첨부).{0,16}(?:許可|拒|禁|できません|不允许|不允許|不支持|허용|차단|금지)
  `,
]
