-- Each foreign key of `applicant` costs every booking one look-up, and its index
-- one entry, for each person.  Three of these foreign keys are not needed.  Two
-- concern the owner: `applicant` repeats the owner of its booking so that one
-- key can count the live applicants of an owner, and the foreign keys of
-- `booking` check it already.  The third concerns the kind of application: the
-- kinds are rows of the schema (0005) that no login can write, so a CHECK is
-- enough.  A file that adds a kind changes the CHECK.
--
-- reads_from: 15

ALTER TABLE applicant
	DROP FOREIGN KEY applicant_account,
	DROP FOREIGN KEY applicant_sender,
	DROP FOREIGN KEY applicant_service,
	DROP KEY service_id,
	ADD CONSTRAINT applicant_kind CHECK (service_id BETWEEN 1 AND 5);
