-- Each key that a booking fills, and each foreign key that it looks up, costs
-- every booking, an applicant's once for each person.  These were not needed:
--
-- - The owner was held twice, by the booking and by its applicants, who repeat
--   it so that one key can count the live applicants of an owner.  Now the
--   booking holds an account, and the applicants a sender, each by a key that
--   there is anyway.
-- - The kinds of application are rows of the schema (0005) that nobody may
--   write, so a CHECK bounds them.  A file that adds a kind changes the CHECK.
-- - The audit is searched by object, and by office and time; its lines are
--   numbered in the order of time.  No statement used the key by time alone.
--
-- reads_from: 15

ALTER TABLE applicant
	DROP FOREIGN KEY applicant_account,
	DROP FOREIGN KEY applicant_service,
	DROP KEY service_id,
	ADD CONSTRAINT applicant_kind CHECK (service_id BETWEEN 1 AND 5);

ALTER TABLE booking
	DROP FOREIGN KEY booking_sender,
	DROP KEY sender_id;

ALTER TABLE audit
	DROP KEY at;
