export { default, generateMetadata } from '@/app/[locale]/(newcomer)/[city]/rides/page'
