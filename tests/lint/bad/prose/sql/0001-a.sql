-- Who writes a migration says why.
SELECT 1;
