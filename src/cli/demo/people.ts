import type { Role } from '../../db/schema.ts'

/** Somebody of the invented group. Institutions, people and domains exist nowhere else. */
export interface DemoPerson {
  name: string
  email: string
  institution: string
  locale?: string
  zone?: string
  role?: { role: Role; formal?: boolean; fromOn: string; toOn?: string }
  administrator?: boolean
  /** How the demo prints her sign-in link; without it none is printed. */
  shown?: string
}

export const institutions: { name: string; country: string }[] = [
  { name: 'Old Harbour University', country: 'PT' },
  { name: 'Northfield University Library', country: 'GB' },
  { name: 'Minato City College', country: 'JP' },
  { name: 'Corrib Institute', country: 'IE' },
  { name: 'Universidad de la Costa Alta', country: 'CL' },
  { name: 'Ghazala University', country: 'EG' },
  { name: 'Université Saint-Aubin', country: 'FR' },
  { name: 'Straits University of Technology', country: 'SG' },
  { name: 'Swan River University', country: 'AU' },
  { name: 'Hochschule Lindental', country: 'DE' },
  { name: 'Pacific Crest State University', country: 'US' },
  { name: 'Kivu Lakes University', country: 'RW' },
]

export const people: DemoPerson[] = [
  {
    name: 'Ines Albrecht',
    email: 'ines.albrecht@oldharbour.example',
    institution: 'Old Harbour University',
    zone: 'Europe/Lisbon',
    role: { role: 'coordinator', formal: true, fromOn: '2025-01-01', toOn: '2026-12-31' },
    shown: 'Ines Albrecht, coordinator',
  },
  {
    name: 'Wei Lin Tan',
    email: 'weilin.tan@straits.example',
    institution: 'Straits University of Technology',
    zone: 'Asia/Singapore',
    role: { role: 'deputy', formal: true, fromOn: '2025-01-01' },
    shown: 'Wei Lin Tan, deputy',
  },
  {
    name: 'Samuel Okafor',
    email: 'samuel.okafor@ghazala.example',
    institution: 'Ghazala University',
    zone: 'Africa/Cairo',
    role: { role: 'liaison', formal: true, fromOn: '2024-09-01' },
    shown: 'Samuel Okafor, liaison',
  },
  {
    name: 'Aoife Lennon',
    email: 'aoife.lennon@corrib.example',
    institution: 'Corrib Institute',
    zone: 'Europe/Dublin',
    role: { role: 'member', fromOn: '2024-01-01' },
    shown: 'Aoife Lennon, member',
  },
  {
    name: 'Jun Takeda',
    email: 'jun.takeda@minato.example',
    institution: 'Minato City College',
    zone: 'Asia/Tokyo',
    role: { role: 'moderator', fromOn: '2023-06-01' },
    shown: 'Jun Takeda, moderator',
  },
  {
    name: 'Maren Oduya',
    email: 'maren.oduya@northfield.example',
    institution: 'Northfield University Library',
    zone: 'Europe/London',
    shown: 'Maren Oduya, subscriber',
  },
  {
    name: 'Tomás Ferreira',
    email: 'tomas.ferreira@costaalta.example',
    institution: 'Universidad de la Costa Alta',
    locale: 'es',
    zone: 'America/Santiago',
  },
  {
    name: 'Camille Roux',
    email: 'camille.roux@saint-aubin.example',
    institution: 'Université Saint-Aubin',
    locale: 'fr',
    zone: 'Europe/Paris',
  },
  {
    name: 'Lena Hartwig',
    email: 'lena.hartwig@lindental.example',
    institution: 'Hochschule Lindental',
    locale: 'de',
    zone: 'Europe/Berlin',
  },
  { name: 'Bruce Kellaway', email: 'bruce.kellaway@swanriver.example', institution: 'Swan River University', zone: 'Australia/Perth' },
  {
    name: 'Dana Whitcomb',
    email: 'dana.whitcomb@pacificcrest.example',
    institution: 'Pacific Crest State University',
    zone: 'America/Los_Angeles',
  },
  {
    name: 'Espérance Uwimana',
    email: 'esperance.uwimana@kivulakes.example',
    institution: 'Kivu Lakes University',
    locale: 'fr',
    zone: 'Africa/Kigali',
  },
  {
    name: 'Ruth Adeyemi',
    email: 'ruth.adeyemi@lsui.example',
    institution: 'Library Systems Users International',
    zone: 'Europe/Amsterdam',
    administrator: true,
    shown: 'Ruth Adeyemi, administrator',
  },
]
