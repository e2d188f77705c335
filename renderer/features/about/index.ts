import { later } from '../../ui'

export const AboutPage = later(async () => (await import('./about-page')).AboutPage)
