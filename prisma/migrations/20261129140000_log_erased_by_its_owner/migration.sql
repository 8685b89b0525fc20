-- The site's role may not delete from the log. What is older than two years goes through the owner's
-- function; the trigger staff_log_append_only believes only the clock of the database.
CREATE FUNCTION staff_log_erase(until timestamptz) RETURNS void LANGUAGE sql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM public.staff_log WHERE at < least(until, now() - interval '2 years')
$$;
