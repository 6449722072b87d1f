/* party.c - people with an account, led to the last form of a booking. */
#include "party.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANSWER_TIME 120L /* seconds until an answer counts as missing */

static size_t
keep(char *data, size_t size, size_t n, void *arg)
{
	struct party *p = arg;
	size_t all = size * n;

	if (p->len + all >= sizeof(p->body))
		return 0;
	memcpy(p->body + p->len, data, all);
	p->len += all;
	p->body[p->len] = '\0';
	return all;
}

void
party_stop(const struct party *p, const char *what)
{
	fprintf(stderr, "%s: status %ld\n%.2000s\n", what, p->status, p->body);
	exit(1);
}

void
party_make(struct party *p, const char *base, int people)
{
	p->base = base;
	p->people = people;
	p->curl = curl_easy_init();
	curl_easy_setopt(p->curl, CURLOPT_PRIVATE, p);
	curl_easy_setopt(p->curl, CURLOPT_COOKIEFILE, "");
	curl_easy_setopt(p->curl, CURLOPT_WRITEFUNCTION, keep);
	curl_easy_setopt(p->curl, CURLOPT_WRITEDATA, p);
	curl_easy_setopt(p->curl, CURLOPT_TIMEOUT, ANSWER_TIME);
	curl_easy_setopt(p->curl, CURLOPT_NOSIGNAL, 1L);
}

void
party_aim(struct party *p, const char *path, const char *form)
{
	char url[512];

	snprintf(url, sizeof(url), "%s/%s", p->base, path);
	p->len = 0;
	p->body[0] = '\0';
	curl_easy_setopt(p->curl, CURLOPT_URL, url);
	if (form == NULL)
		curl_easy_setopt(p->curl, CURLOPT_HTTPGET, 1L);
	else
		curl_easy_setopt(p->curl, CURLOPT_COPYPOSTFIELDS, form);
}

void
party_ask(struct party *p, const char *path, const char *form, long want)
{
	party_aim(p, path, form);
	if (curl_easy_perform(p->curl) != CURLE_OK)
		party_stop(p, path);
	curl_easy_getinfo(p->curl, CURLINFO_RESPONSE_CODE, &p->status);
	if (p->status != want)
		party_stop(p, path);
}

/* Copies to the buffer the value of an attribute of the tag that begins at TAG;
 * false if the tag lacks the attribute. */
static bool
attribute(const char *tag, const char *name, char *out, size_t size)
{
	const char *end = strchr(tag, '>'), *at;
	char lead[40];
	size_t n;

	snprintf(lead, sizeof(lead), " %s=\"", name);
	at = strstr(tag, lead);
	if (at == NULL || at > end)
		return false;
	at += strlen(lead);
	n = strcspn(at, "\"");
	snprintf(out, size, "%.*s", (int)n, at);
	return true;
}

/* Writes the hidden fields of the NTH POST form of the last page to OUT.  The
 * values are tokens, numbers and words, so none needs escaping. */
static void
hidden(const struct party *p, int nth, char *out)
{
	const char *at = p->body, *end;
	char name[64], value[256], type[16];

	while (nth-- > 0) {
		at = strstr(at, "method=\"post\"");
		if (at == NULL)
			party_stop(p, "no form");
		at++;
	}
	end = strstr(at, "</form>");
	*out = '\0';
	while ((at = strstr(at, "<input")) != NULL && at < end) {
		if (attribute(at, "type", type, sizeof(type)) &&
		    strcmp(type, "hidden") == 0 &&
		    attribute(at, "name", name, sizeof(name)) &&
		    attribute(at, "value", value, sizeof(value)))
			snprintf(out + strlen(out), 330, "%s=%s&", name, value);
		at++;
	}
}

/* Makes a new NIK of a known district of Jakarta Selatan.  Returns the day of
 * January 1990 on which its holder is born. */
static unsigned
nik(unsigned *serial, char out[17])
{
	unsigned district = *serial / 999 % 10 + 1,
		 day = *serial / 9990 % 28 + 1;

	snprintf(out, 17, "3174%02u%02u0190%04u", district % 100, day % 100,
	    9001 + *serial % 999);
	++*serial;
	return day;
}

void
party_enter(
    struct party *p, const char *slot, const char *tag, unsigned *serial)
{
	char form[PARTY_BYTES], id[17];
	unsigned day;

	party_ask(p, "account", NULL, 200);
	hidden(p, 1, form);
	day = nik(serial, id);
	snprintf(form + strlen(form), 1024,
	    "email=%s-%s@contoh.id&name=Orang+Cepat&nik=%s&birth-day=%u"
	    "&birth-month=1&birth-year=1990&sex=l&phone=&agree=1"
	    "&password=kalimat+rahasia+saya&password2=kalimat+rahasia+saya",
	    tag, id, id, day);
	party_ask(p, "account", form, 303);
	for (int i = 1; i < p->people; i++) {
		char path[128];

		snprintf(path, sizeof(path), "booking?slot=%s&kind=baru&n=%d",
		    slot, p->people);
		party_ask(p, path, NULL, 200);
		hidden(p, 2, form);
		day = nik(serial, id);
		snprintf(form + strlen(form), 512,
		    "name=Keluarga+Cepat&nik=%s&birth-day=%u&birth-month=1"
		    "&birth-year=1990&sex=l",
		    id, day);
		party_ask(p, "booking", form, 303);
	}
}

/* Goes from the choice of people to the review page; keeps its form. */
void
party_prepare(struct party *p, const char *slot)
{
	char path[128], form[PARTY_BYTES], name[16], value[32];
	const char *at;

	snprintf(path, sizeof(path), "booking?slot=%s&kind=baru&n=%d", slot,
	    p->people);
	party_ask(p, path, NULL, 200);
	hidden(p, 1, form);
	at = p->body;
	for (int i = 0; i < p->people; i++) {
		at = strstr(at, "type=\"checkbox\" id=\"who-");
		if (at == NULL)
			party_stop(p, "no person");
		if (!attribute(at - 1, "name", name, sizeof(name)) ||
		    !attribute(at - 1, "value", value, sizeof(value)))
			party_stop(p, "no number");
		snprintf(form + strlen(form), 256, "%s=%s&kind-%s=baru&", name,
		    value, name + 4);
		at++;
	}
	party_ask(p, "booking", form, 200);
	hidden(p, 1, p->form);
	snprintf(p->form + strlen(p->form), 16, "declare=1");
	p->status = 0;
}

/* Stores the status of each answer that has come since the last call.  Returns
 * how many answers these are. */
static int
collect(CURLM *multi)
{
	struct CURLMsg *m;
	int left, n = 0;

	while ((m = curl_multi_info_read(multi, &left)) != NULL) {
		struct party *p;

		if (m->msg != CURLMSG_DONE)
			continue;
		n++;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &p);
		p->status = 0;
		if (m->data.result == CURLE_OK)
			curl_easy_getinfo(
			    p->curl, CURLINFO_RESPONSE_CODE, &p->status);
		curl_multi_remove_handle(multi, p->curl);
	}
	return n;
}

void
party_press(struct party *all, int n, void (*answered)(void *, int), void *ctx)
{
	CURLM *multi = curl_multi_init();
	int running, came = 0, sent = 0;

	curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, 256L);
	for (int i = 0; i < n; i++) {
		if (all[i].status != 0)
			continue;
		party_aim(&all[i], "booking", all[i].form);
		curl_multi_add_handle(multi, all[i].curl);
		sent++;
	}
	while (came < sent) {
		if (curl_multi_perform(multi, &running) != CURLM_OK ||
		    curl_multi_poll(multi, NULL, 0, 1000, NULL) != CURLM_OK)
			break;
		came += collect(multi);
		if (answered != NULL)
			answered(ctx, came);
	}
	curl_multi_cleanup(multi);
}

/* Reads the code on the ticket that the answer redirects to. */
void
party_code(struct party *p)
{
	char *to = NULL, path[512];
	const char *at;

	curl_easy_getinfo(p->curl, CURLINFO_REDIRECT_URL, &to);
	at = to == NULL ? NULL : strstr(to, "/ticket?v=");
	if (at == NULL)
		party_stop(p, "led elsewhere");
	snprintf(path, sizeof(path), "%s", at + 1);
	party_ask(p, path, NULL, 200);
	at = strstr(p->body, "class=\"code\">");
	if (at == NULL)
		party_stop(p, "no code");
	snprintf(p->code, sizeof(p->code), "%.11s", at + 13);
	p->status = 303;
}
