-- The columns `act` and `object` of the audit took any word, so a misspelt word
-- would have hidden a line from every search.  CHECKs now bound both columns.
-- queue/audit/audit.h lists the same words.
--
-- reads_from: 11

ALTER TABLE audit
	ADD CONSTRAINT audit_act CHECK (act IN (
		'account.make', 'applicant.lapse', 'booking.make', 'holiday.import',
		'office.import', 'opening.make', 'person.add', 'person.remove',
		'proof.read', 'quota.import', 'region.import', 'roster.csv',
		'roster.pdf', 'roster.read', 'session.begin', 'session.end',
		'session.refused', 'staff.add', 'staff.disable', 'ticket.read')),
	ADD CONSTRAINT audit_object CHECK (object IN (
		'account', 'applicant', 'booking', 'day', 'file', 'office', 'person',
		'session', 'staff'));
