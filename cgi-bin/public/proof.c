/* proof.c - the registration proof as PDF, for anybody who has a signed
 * link. */
#include "paper/doc/proof.h"

#include "app/core/endpoint.h"
#include "app/who/signed_link.h"
#include "base/day.h"
#include "paper/kit/pdf.h"
#include "queue/office/parameter.h"
#include "queue/people/keys.h"
#include "queue/visit/booking.h"
#include "queue/visit/documents.h"
#include "queue/visit/qr_payload.h"

enum {
	F_V,
	F_COUNT
};

static const struct field fields[F_COUNT] = {
    [F_V] = {.name = "v", .kind = FIELD_TOKEN, .high = 64},
};

static void
fill_person(struct cx *cx, const struct applicant *a, int32_t visit,
    struct proof_person *out)
{
	out->name = a->person.name;
	out->nik = a->person.nik_mask;
	out->kind = arena_printf(cx->arena, "service.%s", a->service);
	out->child = documents_child(a, visit);
	out->document_count = documents_list(a, visit, out->documents);
}

_Static_assert(DOCUMENTS_MAX <= PROOF_DOCUMENTS_MAX, "all can be printed");

static enum err
print(struct cx *cx, const struct booking *b, struct sheet_file *file)
{
	char stamp[QR_PAYLOAD_SIZE];
	struct proof p = {
	    .lang = lang_read(b->lang),
	    .code = b->code,
	    .ticket = stamp,
	    .office = b->office.name,
	    .address = b->office.address,
	    .phone = b->office.phone,
	    .zone = b->office.zone,
	    .day = b->slot.day,
	    .start = b->slot.start,
	    .end = b->slot.end,
	    .printed = cx->now,
	    .offset = b->office.offset,
	    .count = b->party,
	    .laws = {"proof.law.126c"},
	    .law_count = 1,
	};
	int before;
	enum err e = parameter_get(
	    cx->db, cx->arena, b->office.id, PARAMETER_ARRIVE_BEFORE, &before);

	if (e != OK)
		return e;
	p.arrive = p.start - before;
	p.lapse = day_minute(b->over_at, b->office.offset);
	qr_payload_make(&cx->app->keys, b, stamp);
	for (int i = 0; i < b->party; i++)
		fill_person(cx, &b->applicant[i], b->slot.day, &p.people[i]);
	return proof_print(cx->app->pdf, cx->app->texts, cx->arena, &p, file);
}

static enum err
get(struct cx *cx)
{
	const struct actor by = cx_actor(cx);
	struct sheet_file file;
	struct booking b;
	int64_t id;
	enum err e = cx->field.errors > 0 ? ERR_MISSING : OK;

	if (e == OK)
		e = signed_link_read(cx, field_text(&cx->field, F_V), &id);
	if (e == OK)
		e = booking_for_proof(cx->db, cx->arena, &by, id, &b);
	if (e == OK)
		e = print(cx, &b, &file);
	if (e == OK)
		e = reply_document(cx->reply, "application/pdf",
		    "bukti-pendaftaran.pdf", file.data, file.size);
	return e;
}

static const struct endpoint proof = {
    .name = "proof",
    .methods = METHOD_GET,
    .keys = KEY_SIGN,
    .role = ROLE_ANYONE,
    .fields = fields,
    .field_count = F_COUNT,
    .texts = (const char *const[]){"service", NULL},
    .pdf = pdf_open,
    .get = get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&proof, argc, argv);
}
