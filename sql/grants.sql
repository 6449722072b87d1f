-- The matrix of logins: which database user may use which tables. An
-- administrator runs this file after `migrate`, as in `mariadb antrean
-- <grants.sql`, and can run it again at any time: it first revokes everything
-- from each login.
--
-- A login has the name of the operating system's user whose programs use it
-- (conf/README.md) and no password: the server learns the OS user from the
-- socket. On MySQL 8 write IDENTIFIED WITH auth_socket instead of VIA
-- unix_socket. If the database is on another machine, give each login a
-- password, write that password into a file, and set db_password_file
-- (antrean.conf) to the name of the file.
--
-- Each login can read offices, slots, places and rules. Besides:
--
--	antrean-public	applicants' pages. Makes and shows bookings; can cancel
--			a booking and move it to another slot, and change
--			nothing else of it. Can write when a session was last
--			used. Cannot read accounts, staff, sessions of staff,
--			or the NIK of an applicant, which is stored encrypted.
--			Can write what applicants do into the audit (through
--			the view audit_public), and cannot read the audit.
--	antrean-login	makes accounts, signs applicants in and out, changes
--			the people of an account. No other login can read the
--			passwords of applicants. Of bookings it can read only
--			which places are taken.
--	antrean-desk	officers' pages: sign-in of staff, and rosters (the
--			people whom an office expects on a day). Of an account
--			it can read only the language.
--	antrean-admin	office and national administrators, and the program
--			antrean: changes offices, slots, places, closed days
--			and staff. Cannot make a booking.
--	antrean-worker	jobs without a URL: lapses applicants who did not come,
--			deletes old sessions. Cannot read a password.
--
-- If a login must not use some columns of a table, its privilege names the
-- columns that it can use. A new column of such a table is therefore denied to
-- that login until it is named here. If a privilege names no columns, it covers
-- new columns too.

CREATE USER IF NOT EXISTS 'antrean-public'@'localhost' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'antrean-login'@'localhost' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'antrean-desk'@'localhost' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'antrean-admin'@'localhost' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'antrean-worker'@'localhost' IDENTIFIED VIA unix_socket;

REVOKE ALL PRIVILEGES, GRANT OPTION FROM
	'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost',
	'antrean-admin'@'localhost', 'antrean-worker'@'localhost';

-- All logins: the version of the schema, and the tables that public pages show.
GRANT SELECT ON schema_version TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON office TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON region TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost';
GRANT SELECT ON service TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON parameter TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON office_parameter TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON closed_day TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON opening TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON slot TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';
GRANT SELECT ON place TO 'antrean-public'@'localhost', 'antrean-login'@'localhost', 'antrean-desk'@'localhost', 'antrean-admin'@'localhost', 'antrean-worker'@'localhost';

-- Applicants' pages.
GRANT SELECT, INSERT ON person TO 'antrean-public'@'localhost';
GRANT SELECT ON session TO 'antrean-public'@'localhost';
GRANT UPDATE (seen_at) ON session TO 'antrean-public'@'localhost';
GRANT SELECT (id, code, once, digest, account_id, slot_id, party, state, lang, channel, declared, created_at, cancelled_at), INSERT (code, once, digest, account_id, slot_id, party, state, lang, channel, declared, created_at) ON booking TO 'antrean-public'@'localhost';
GRANT UPDATE (slot_id, state, cancelled_at) ON booking TO 'antrean-public'@'localhost';
GRANT SELECT (id, booking_id, no, slot_id, seat_no, account_id, live_no, nik_live, nik_hash, nik_key, nik_mask, name, birth, sex, service_id, old_year, old_abroad, state), INSERT (booking_id, no, slot_id, seat_no, account_id, live_no, nik_live, nik_hash, nik_key, nik_sealed, nik_mask, nik_flags, name, birth, sex, service_id, old_year, old_abroad, state) ON applicant TO 'antrean-public'@'localhost';
GRANT UPDATE (slot_id, seat_no, live_no, nik_live, state) ON applicant TO 'antrean-public'@'localhost';
GRANT UPDATE (free_from) ON place TO 'antrean-public'@'localhost';
GRANT INSERT ON audit_public TO 'antrean-public'@'localhost';

-- Programs of accounts: passwords, people and sessions of applicants.
GRANT SELECT, INSERT ON account TO 'antrean-login'@'localhost';
GRANT UPDATE (email_verified_at, lang, notice_version) ON account TO 'antrean-login'@'localhost';
GRANT SELECT, INSERT, DELETE ON person TO 'antrean-login'@'localhost';
GRANT SELECT, INSERT ON session TO 'antrean-login'@'localhost';
GRANT UPDATE (seen_at, ended_at) ON session TO 'antrean-login'@'localhost';
GRANT INSERT ON audit_public TO 'antrean-login'@'localhost';
-- To see which places are taken.
GRANT SELECT (id, slot_id, seat_no) ON applicant TO 'antrean-login'@'localhost';

-- Officers' pages.
GRANT SELECT (id, lang) ON account TO 'antrean-desk'@'localhost';
GRANT SELECT ON staff TO 'antrean-desk'@'localhost';
GRANT UPDATE (password) ON staff TO 'antrean-desk'@'localhost';
GRANT SELECT, INSERT ON staff_session TO 'antrean-desk'@'localhost';
GRANT UPDATE (seen_at, ended_at) ON staff_session TO 'antrean-desk'@'localhost';
GRANT SELECT (id, code, slot_id, party, state, lang, channel, created_at, cancelled_at) ON booking TO 'antrean-desk'@'localhost';
GRANT SELECT ON applicant TO 'antrean-desk'@'localhost';
GRANT UPDATE (live_no, nik_live, state) ON applicant TO 'antrean-desk'@'localhost';
GRANT INSERT ON audit TO 'antrean-desk'@'localhost';
GRANT INSERT ON audit_public TO 'antrean-desk'@'localhost';

-- Administrators' pages and the program antrean.
GRANT SELECT (id, lang) ON account TO 'antrean-admin'@'localhost';
GRANT INSERT, UPDATE ON office TO 'antrean-admin'@'localhost';
GRANT INSERT, UPDATE, DELETE ON region TO 'antrean-admin'@'localhost';
GRANT UPDATE (value) ON parameter TO 'antrean-admin'@'localhost';
GRANT INSERT, UPDATE, DELETE ON office_parameter TO 'antrean-admin'@'localhost';
GRANT INSERT, UPDATE, DELETE ON closed_day TO 'antrean-admin'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON quota TO 'antrean-admin'@'localhost';
GRANT INSERT, UPDATE ON opening TO 'antrean-admin'@'localhost';
GRANT INSERT, UPDATE ON slot TO 'antrean-admin'@'localhost';
GRANT INSERT, UPDATE, DELETE ON place TO 'antrean-admin'@'localhost';
GRANT SELECT, INSERT ON staff TO 'antrean-admin'@'localhost';
GRANT UPDATE (name, role, office_id, password, disabled_at) ON staff TO 'antrean-admin'@'localhost';
GRANT SELECT, INSERT ON staff_session TO 'antrean-admin'@'localhost';
GRANT UPDATE (seen_at, ended_at) ON staff_session TO 'antrean-admin'@'localhost';
GRANT SELECT (id, code, slot_id, party, state, lang, channel, created_at, cancelled_at) ON booking TO 'antrean-admin'@'localhost';
GRANT SELECT ON applicant TO 'antrean-admin'@'localhost';
GRANT UPDATE (live_no, nik_live, state) ON applicant TO 'antrean-admin'@'localhost';
GRANT SELECT, INSERT ON audit TO 'antrean-admin'@'localhost';
GRANT INSERT ON audit_public TO 'antrean-admin'@'localhost';

-- Jobs without a URL.
GRANT SELECT (id, email, email_verified_at, phone, lang, created_at) ON account TO 'antrean-worker'@'localhost';
GRANT SELECT, DELETE ON session TO 'antrean-worker'@'localhost';
GRANT SELECT, DELETE ON staff_session TO 'antrean-worker'@'localhost';
GRANT SELECT, DELETE ON slot_change TO 'antrean-worker'@'localhost';
GRANT SELECT ON booking TO 'antrean-worker'@'localhost';
GRANT SELECT ON applicant TO 'antrean-worker'@'localhost';
GRANT UPDATE (live_no, nik_live, state) ON applicant TO 'antrean-worker'@'localhost';
GRANT UPDATE (free_from) ON place TO 'antrean-worker'@'localhost';
GRANT SELECT, INSERT ON audit TO 'antrean-worker'@'localhost';
GRANT INSERT ON audit_public TO 'antrean-worker'@'localhost';
