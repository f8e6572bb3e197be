// Windows has time zones of its own, and Exchange writes their names into calendars, mostly with a definition beside them. Where there is none,
// these are the zones of the tz database that the Unicode CLDR names for them. "Standard Time" is left out at the end of each.
const zones = `
Dateline=Etc/GMT+12 Aleutian=America/Adak Hawaiian=Pacific/Honolulu Marquesas=Pacific/Marquesas Alaskan=America/Anchorage
Pacific=America/Los_Angeles Mountain=America/Denver US_Mountain=America/Phoenix Yukon=America/Whitehorse Central=America/Chicago
Central_America=America/Guatemala Canada_Central=America/Regina Easter_Island=Pacific/Easter SA_Pacific=America/Bogota
Eastern=America/New_York Haiti=America/Port-au-Prince Cuba=America/Havana US_Eastern=America/Indiana/Indianapolis
Turks_And_Caicos=America/Grand_Turk Paraguay=America/Asuncion Atlantic=America/Halifax Venezuela=America/Caracas
Central_Brazilian=America/Cuiaba SA_Western=America/La_Paz Pacific_SA=America/Santiago Newfoundland=America/St_Johns
Tocantins=America/Araguaina E._South_America=America/Sao_Paulo SA_Eastern=America/Cayenne Argentina=America/Argentina/Buenos_Aires
Greenland=America/Nuuk Montevideo=America/Montevideo Magallanes=America/Punta_Arenas Saint_Pierre=America/Miquelon Bahia=America/Bahia
Mid-Atlantic=Etc/GMT+2 Azores=Atlantic/Azores Cape_Verde=Atlantic/Cape_Verde GMT=Europe/London Greenwich=Atlantic/Reykjavik
Sao_Tome=Africa/Sao_Tome Morocco=Africa/Casablanca W._Europe=Europe/Berlin Central_Europe=Europe/Budapest Romance=Europe/Paris
Central_European=Europe/Warsaw W._Central_Africa=Africa/Lagos Jordan=Asia/Amman GTB=Europe/Bucharest Middle_East=Asia/Beirut
Egypt=Africa/Cairo E._Europe=Europe/Chisinau Syria=Asia/Damascus West_Bank=Asia/Hebron South_Africa=Africa/Johannesburg
FLE=Europe/Kyiv Israel=Asia/Jerusalem South_Sudan=Africa/Juba Kaliningrad=Europe/Kaliningrad Sudan=Africa/Khartoum
Libya=Africa/Tripoli Namibia=Africa/Windhoek Arabic=Asia/Baghdad Turkey=Europe/Istanbul Arab=Asia/Riyadh Belarus=Europe/Minsk
Russian=Europe/Moscow E._Africa=Africa/Nairobi Volgograd=Europe/Volgograd Iran=Asia/Tehran Arabian=Asia/Dubai
Astrakhan=Europe/Astrakhan Azerbaijan=Asia/Baku Mauritius=Indian/Mauritius Saratov=Europe/Saratov Georgian=Asia/Tbilisi
Caucasus=Asia/Yerevan Armenian=Asia/Yerevan Afghanistan=Asia/Kabul West_Asia=Asia/Tashkent Ekaterinburg=Asia/Yekaterinburg
Pakistan=Asia/Karachi Qyzylorda=Asia/Qyzylorda India=Asia/Kolkata Sri_Lanka=Asia/Colombo Nepal=Asia/Kathmandu
Central_Asia=Asia/Bishkek Bangladesh=Asia/Dhaka Omsk=Asia/Omsk Myanmar=Asia/Yangon SE_Asia=Asia/Bangkok Altai=Asia/Barnaul
W._Mongolia=Asia/Hovd North_Asia=Asia/Krasnoyarsk N._Central_Asia=Asia/Novosibirsk Tomsk=Asia/Tomsk China=Asia/Shanghai
North_Asia_East=Asia/Irkutsk Singapore=Asia/Singapore W._Australia=Australia/Perth Taipei=Asia/Taipei Ulaanbaatar=Asia/Ulaanbaatar
Aus_Central_W.=Australia/Eucla Transbaikal=Asia/Chita Tokyo=Asia/Tokyo North_Korea=Asia/Pyongyang Korea=Asia/Seoul
Yakutsk=Asia/Yakutsk Cen._Australia=Australia/Adelaide AUS_Central=Australia/Darwin E._Australia=Australia/Brisbane
AUS_Eastern=Australia/Sydney West_Pacific=Pacific/Port_Moresby Tasmania=Australia/Hobart Vladivostok=Asia/Vladivostok
Lord_Howe=Australia/Lord_Howe Bougainville=Pacific/Bougainville Magadan=Asia/Magadan Norfolk=Pacific/Norfolk
Sakhalin=Asia/Sakhalin Central_Pacific=Pacific/Guadalcanal New_Zealand=Pacific/Auckland Fiji=Pacific/Fiji
Kamchatka=Asia/Kamchatka Chatham_Islands=Pacific/Chatham Tonga=Pacific/Tongatapu Samoa=Pacific/Apia
Line_Islands=Pacific/Kiritimati Mexico=America/Mexico_City`

/** The same name whether its points of the compass are written out, shortened, or have lost their full stop. */
function plain(name: string): string {
  const words: Record<string, string> = { west: 'w', east: 'e', north: 'n', cen: 'central' }
  return name
    .trim()
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[a-z]+/g, (word) => words[word] ?? word)
}

const known = new Map(
  zones
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('=') as [string, string])
    .map(([name, zone]) => [plain(`${name.replaceAll('_', ' ')} standard time`), zone]),
)
// These do not end so.
for (const [name, zone] of [
  ['eastern standard time (mexico)', 'America/Cancun'],
  ['central standard time (mexico)', 'America/Mexico_City'],
  ['mountain standard time (mexico)', 'America/Mazatlan'],
  ['pacific standard time (mexico)', 'America/Tijuana'],
  ['russia time zone 3', 'Europe/Samara'],
  ['russia time zone 10', 'Asia/Srednekolymsk'],
  ['russia time zone 11', 'Asia/Kamchatka'],
] as const)
  known.set(plain(name), zone)

/** The zone of the tz database by the name that Windows gives it; undefined for any other name. */
export const windowsZone = (name: string): string | undefined => (name.length > 100 ? undefined : known.get(plain(name)))

/** A zone that its name gives as an offset: `GMT+0200`, `UTC-05:00`, `UTC+1`, `Z`; undefined for any other name. */
export function offsetZone(name: string): string | undefined {
  if (/^Z$/i.test(name.trim())) return '+00:00'
  const [, sign, hours = '', minutes = '00'] = /^(?:GMT|UTC)\s*([+-])(\d\d?)(?::?([0-5]\d))?$/i.exec(name.trim()) ?? []
  return sign && Number(hours) <= 14 ? `${sign}${hours.padStart(2, '0')}:${minutes}` : undefined
}
