-- Loads what `stock rows` wrote to @DIR@.
SET unique_checks = 0, foreign_key_checks = 0;
LOAD DATA LOCAL INFILE '@DIR@/account.tsv' INTO TABLE account
	(id, email, password)
	SET email_folded = email, lang = 'id', notice_version = 't',
	created_at = '@NOW@';
LOAD DATA LOCAL INFILE '@DIR@/person.tsv' INTO TABLE person
	(id, account_id, member_no, name, birth, sex, @hash, nik_key, @sealed,
	nik_mask, nik_flags)
	SET nik_hash = UNHEX(@hash), nik_sealed = UNHEX(@sealed),
	created_at = '@NOW@';
LOAD DATA LOCAL INFILE '@DIR@/session.tsv' INTO TABLE session
	(@id, account_id)
	SET id = UNHEX(@id), created_at = '@NOW@', seen_at = '@NOW@';
