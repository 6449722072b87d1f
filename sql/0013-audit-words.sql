-- What was done, and to what kind of thing, were words that nothing bounded: a
-- line with another word is found by no search.  queue/audit/audit.h lists the
-- same words.
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
