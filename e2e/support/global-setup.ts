import { launchApp } from './launch'

/** Starts the app all specs share. Playwright hands its settings on to the workers. */
export default async function startApp(): Promise<() => Promise<void>> {
  const app = await launchApp()
  Object.assign(process.env, app.settings)
  return app.stop
}
