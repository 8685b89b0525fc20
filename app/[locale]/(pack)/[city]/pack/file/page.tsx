/** The same page; next.config.js sends it as a file to keep. */
export { default, generateMetadata } from '../page'
