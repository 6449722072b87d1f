-- Each foreign key of applicant costs every booking a look-up for each person,
-- and its key an entry.  Two things were held twice: the booking's own foreign
-- keys hold the owner, which applicant repeats so that one key can count the
-- live applicants of an owner; and the kinds of application are rows of the
-- schema (0005) that nobody may write, so a CHECK bounds them.  A file that adds
-- a kind changes the CHECK.
--
-- reads_from: 15

ALTER TABLE applicant
	DROP FOREIGN KEY applicant_account,
	DROP FOREIGN KEY applicant_sender,
	DROP FOREIGN KEY applicant_service,
	DROP KEY service_id,
	ADD CONSTRAINT applicant_kind CHECK (service_id BETWEEN 1 AND 5);
