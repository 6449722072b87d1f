-- Sessions of staff get a table of their own. Applicants' programs write the
-- old table, so an attacker who controls such a program could insert a session
-- of an officer. Staff must sign in again, because another key now signs their
-- cookies (staff.key).

CREATE TABLE staff_session (
	id BINARY(32) NOT NULL COMMENT 'hash of the secret in the cookie',
	staff_id INT UNSIGNED NOT NULL COMMENT 'whose',
	created_at DATETIME NOT NULL COMMENT 'UTC instant of signing in',
	seen_at DATETIME NOT NULL COMMENT 'UTC instant of the last use that was noted',
	ended_at DATETIME NULL COMMENT 'UTC instant of signing out',
	PRIMARY KEY (id),
	KEY staff_id (staff_id),
	KEY seen_at (seen_at),
	CONSTRAINT staff_session_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='signed-in browsers of staff';

DELETE FROM session WHERE account_id IS NULL;

ALTER TABLE session
	DROP FOREIGN KEY session_staff,
	DROP KEY staff_id,
	DROP COLUMN staff_id,
	MODIFY COLUMN account_id BIGINT UNSIGNED NOT NULL COMMENT 'whose';
