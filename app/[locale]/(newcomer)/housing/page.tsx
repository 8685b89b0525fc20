export { default, generateMetadata } from '@/app/[locale]/(newcomer)/[city]/housing/page'
