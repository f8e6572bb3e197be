import { furnishedSite } from './site.ts'

furnishedSite().lookAtAll('carla')
