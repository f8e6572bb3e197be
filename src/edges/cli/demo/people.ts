import type { Role } from '../../../lib/db/schema.ts'

/** Somebody of the invented group. Institutions, people and domains exist nowhere else. */
export interface DemoPerson {
  name: string
  email: string
  institution: string
  locale?: string
  zone?: string
  role?: { role: Role; formal?: boolean; fromOn: string; toOn?: string }
  administrator?: boolean
  /** As what the demo prints their sign-in link; without it none is printed. */
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
  { name: 'University of Strathearn', country: 'GB' },
  { name: 'Kaveri Institute of Technology', country: 'IN' },
  { name: 'Norrvik University', country: 'SE' },
  { name: 'Università di Valdora', country: 'IT' },
  { name: 'Hogeschool Merwede', country: 'NL' },
  { name: 'Universidad de Sierra Clara', country: 'ES' },
  { name: 'Carmel Ridge College', country: 'IL' },
  { name: 'Volta Plains University', country: 'GH' },
  { name: 'Lake Ontario Polytechnic', country: 'CA' },
  { name: 'Prifysgol Glan Teifi', country: 'GB' },
  { name: 'Fenland University', country: 'GB' },
  { name: 'Universität Havelstadt', country: 'DE' },
  { name: 'Te Whanga University of Technology', country: 'NZ' },
  { name: 'Drakensberg University', country: 'ZA' },
]

const somebody = (name: string, email: string, institution: string, zone: string, more?: Partial<DemoPerson>): DemoPerson => ({
  ...{ name, email, institution, zone, ...more },
})

export const people = [
  somebody('Ines Albrecht', 'ines.albrecht@oldharbour.example', 'Old Harbour University', 'Europe/Lisbon', {
    role: { role: 'coordinator', formal: true, fromOn: '2025-01-01', toOn: '2026-12-31' },
    shown: 'coordinator',
  }),
  somebody('Wei Lin Tan', 'weilin.tan@straits.example', 'Straits University of Technology', 'Asia/Singapore', {
    role: { role: 'deputy', formal: true, fromOn: '2025-01-01' },
    shown: 'deputy',
  }),
  somebody('Samuel Okafor', 'samuel.okafor@ghazala.example', 'Ghazala University', 'Africa/Cairo', {
    role: { role: 'liaison', formal: true, fromOn: '2024-09-01' },
    shown: 'liaison',
  }),
  somebody('Aoife Lennon', 'aoife.lennon@corrib.example', 'Corrib Institute', 'Europe/Dublin', {
    role: { role: 'member', fromOn: '2024-01-01' },
    shown: 'member',
  }),
  somebody('Jun Takeda', 'jun.takeda@minato.example', 'Minato City College', 'Asia/Tokyo', {
    role: { role: 'moderator', fromOn: '2023-06-01' },
    shown: 'moderator',
  }),
  somebody('Maren Oduya', 'maren.oduya@northfield.example', 'Northfield University Library', 'Europe/London', { shown: 'subscriber' }),
  somebody('Tomás Ferreira', 'tomas.ferreira@costaalta.example', 'Universidad de la Costa Alta', 'America/Santiago', { locale: 'es' }),
  somebody('Camille Roux', 'camille.roux@saint-aubin.example', 'Université Saint-Aubin', 'Europe/Paris', { locale: 'fr' }),
  somebody('Lena Hartwig', 'lena.hartwig@lindental.example', 'Hochschule Lindental', 'Europe/Berlin', { locale: 'de' }),
  somebody('Bruce Kellaway', 'bruce.kellaway@swanriver.example', 'Swan River University', 'Australia/Perth'),
  somebody('Dana Whitcomb', 'dana.whitcomb@pacificcrest.example', 'Pacific Crest State University', 'America/Los_Angeles'),
  somebody('Espérance Uwimana', 'esperance.uwimana@kivulakes.example', 'Kivu Lakes University', 'Africa/Kigali', { locale: 'fr' }),
  somebody('Hamish Dunbar', 'h.dunbar@strathearn.example', 'University of Strathearn', 'Europe/London'),
  somebody('Fiona Macleod', 'f.macleod@strathearn.example', 'University of Strathearn', 'Europe/London'),
  somebody('Priya Raghunathan', 'priya.r@kaveri.example', 'Kaveri Institute of Technology', 'Asia/Kolkata'),
  somebody('Anika Rao', 'anika.rao@kaveri.example', 'Kaveri Institute of Technology', 'Asia/Kolkata'),
  somebody('Sofia Lindqvist', 'sofia.lindqvist@norrvik.example', 'Norrvik University', 'Europe/Stockholm'),
  somebody('Lars Holm', 'lars.holm@norrvik.example', 'Norrvik University', 'Europe/Stockholm'),
  somebody('Giulia Ferrante', 'giulia.ferrante@valdora.example', 'Università di Valdora', 'Europe/Rome'),
  somebody('Pieter van Houten', 'p.vanhouten@merwede.example', 'Hogeschool Merwede', 'Europe/Amsterdam'),
  somebody('Ana Beltrán', 'ana.beltran@sierraclara.example', 'Universidad de Sierra Clara', 'Europe/Madrid', { locale: 'es' }),
  somebody('Yael Brenner', 'yael.brenner@carmelridge.example', 'Carmel Ridge College', 'Asia/Jerusalem'),
  somebody('Kofi Mensah', 'kofi.mensah@voltaplains.example', 'Volta Plains University', 'Africa/Accra'),
  somebody('Rachel Stein', 'rachel.stein@lakeontario.example', 'Lake Ontario Polytechnic', 'America/Toronto'),
  somebody('Elliot Park', 'elliot.park@lakeontario.example', 'Lake Ontario Polytechnic', 'America/Toronto'),
  somebody('Gwen Prosser', 'g.prosser@glanteifi.example', 'Prifysgol Glan Teifi', 'Europe/London'),
  somebody('Harriet Cole', 'harriet.cole@fenland.example', 'Fenland University', 'Europe/London'),
  somebody('Dev Malhotra', 'dev.malhotra@fenland.example', 'Fenland University', 'Europe/London'),
  somebody('Katrin Seidel', 'katrin.seidel@havelstadt.example', 'Universität Havelstadt', 'Europe/Berlin', { locale: 'de' }),
  somebody('Sione Taufa', 'sione.taufa@tewhanga.example', 'Te Whanga University of Technology', 'Pacific/Auckland'),
  somebody('Nomsa Dlamini', 'nomsa.dlamini@drakensberg.example', 'Drakensberg University', 'Africa/Johannesburg'),
  somebody('Nadia Haddad', 'nadia.haddad@ghazala.example', 'Ghazala University', 'Africa/Cairo'),
  somebody('Oliver Haines', 'oliver.haines@northfield.example', 'Northfield University Library', 'Europe/London'),
  somebody('Claire Vasseur', 'claire.vasseur@saint-aubin.example', 'Université Saint-Aubin', 'Europe/Paris', { locale: 'fr' }),
  somebody('Jonas Brandt', 'jonas.brandt@lindental.example', 'Hochschule Lindental', 'Europe/Berlin', { locale: 'de' }),
  somebody('Mei Chen', 'mei.chen@straits.example', 'Straits University of Technology', 'Asia/Singapore'),
  somebody('Beatriz Nogueira', 'beatriz.nogueira@oldharbour.example', 'Old Harbour University', 'Europe/Lisbon'),
  somebody('Tanya Whitfield', 'tanya.whitfield@swanriver.example', 'Swan River University', 'Australia/Perth'),
  somebody('Marcus Tully', 'marcus.tully@pacificcrest.example', 'Pacific Crest State University', 'America/Los_Angeles'),
  somebody('Ruth Adeyemi', 'ruth.adeyemi@lsui.example', 'Library Systems Users International', 'Europe/Amsterdam', {
    administrator: true,
    shown: 'administrator',
  }),
]
