import { z } from 'zod'
import { listingId } from '@/lib/listings/schema'

export const lookSchema = z.object({ listingId })
