import { z } from 'zod'
import { JOB_NAMES } from '@/lib/notifications/jobs'

/** Which failed job to try again. */
export const jobSchema = z.object({
  name: z.enum(JOB_NAMES, { error: 'unknown_choice' }),
  id: z.uuid({ error: 'unknown_choice' }),
})
